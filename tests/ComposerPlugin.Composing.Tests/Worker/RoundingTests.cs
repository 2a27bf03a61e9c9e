using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

/// <summary>On Linux new threads inherit the floating-point mode of the thread that starts them: that of the host.</summary>
[Collection(nameof(WorkerThreadTests))]
public sealed class RoundingTests : IDisposable
{
    // FE_UPWARD.
    private static readonly int _upward = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 0x800 : 0x400000;

    public void Dispose() => WorkerThread.StopAll();

    [Fact]
    public void A_host_that_rounds_upward_does_not_change_what_the_worker_computes()
    {
        double expected = Divide(1, 3), upward = 0, computed = 0;
        var stage = new ComposerStage(new FakeModel { Bend = (_, _) => computed = Divide(1, 3) });
        var host = new Thread(() =>
        {
            Assert.Equal(0, SetRounding(_upward));
            upward = Divide(1, 3);
            WorkerThread.Add(stage.Composer);
        });
        host.Start();
        host.Join();

        stage.Ask(0, Bar);

        Assert.True(SpinWait.SpinUntil(() => stage.Take().Any(reply => reply.IsEnd), TimeSpan.FromSeconds(30)));
        Assert.NotEqual(expected, upward);
        Assert.Equal(expected, computed);
    }

    // Not computed by the compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Divide(double dividend, double divisor) => dividend / divisor;

    [DllImport("libm.so.6", EntryPoint = "fesetround")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetRounding(int rounding);
}
