namespace ComposerPlugin.Engine.Tests;

public class ThreadCheckTests
{
    [Fact]
    public void Tests_run_with_thread_checks() => Assert.True(ThreadCheck.IsEnabled);

    [Fact]
    public void A_thread_with_a_role_is_refused_by_members_of_another()
    {
        foreach (var role in Enum.GetValues<ThreadRole>())
        {
            var before = ThreadCheck.Enter(role);
            try
            {
                Assert.Equal(role is ThreadRole.Main or ThreadRole.Audio, Passes(ThreadCheck.Audio));
                Assert.Equal(role is ThreadRole.Main or ThreadRole.Worker, Passes(ThreadCheck.Worker));
                Assert.Equal(role is ThreadRole.Main or ThreadRole.Loader, Passes(ThreadCheck.Loader));
                Assert.Equal(role is ThreadRole.Main, Passes(ThreadCheck.Main));
            }
            finally
            {
                ThreadCheck.Enter(before);
            }
        }
    }

    [Fact]
    public void A_process_call_makes_its_thread_an_audio_thread_until_it_ends()
    {
        using (RealtimeGuard.Enter())
        {
            Assert.True(Passes(ThreadCheck.Audio));
            Assert.False(Passes(ThreadCheck.Main));
        }
        Assert.True(Passes(ThreadCheck.Main));
    }

    private static bool Passes(Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
