namespace ComposerPlugin.Engine.Tests;

public class ThreadCheckTests
{
    [Fact]
    public void Tests_run_with_thread_checks() => Assert.True(ThreadCheck.IsEnabled);

    [Fact]
    public void A_thread_passes_the_checks_of_its_own_role_only()
    {
        foreach (var role in Enum.GetValues<ThreadRole>())
        {
            var before = ThreadCheck.Enter(role);
            try
            {
                Assert.Equal(role == ThreadRole.Audio, Passes(ThreadCheck.Audio));
                Assert.Equal(role == ThreadRole.Worker, Passes(ThreadCheck.Worker));
                Assert.Equal(role == ThreadRole.Loader, Passes(ThreadCheck.Loader));
                Assert.Equal(role == ThreadRole.Main, Passes(ThreadCheck.Main));
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
