using System.Runtime.InteropServices;

namespace ComposerPlugin.Engine.Tests;

/// <summary>On Linux: a host's rounding mode, set with fesetround.</summary>
public class FloatingPointModeTests
{
    private static readonly int[] _roundings = RuntimeInformation.ProcessArchitecture == Architecture.X64
        ? [0x400, 0x800, 0xC00]
        : [0x400000, 0x800000, 0xC00000];

    [Fact]
    public void A_process_call_computes_as_always_and_leaves_the_hosts_mode()
    {
        FloatingPointMode.Prepare();
        double down = Divide(1, 3);
        foreach (int rounding in _roundings)
        {
            // A thread of its own: the mode must not leak into the test runner.
            double inside = 0;
            int after = -1;
            double outside = 0;
            var thread = new Thread(() =>
            {
                Assert.Equal(0, SetRounding(rounding));
                outside = Divide(-1, 3) + Divide(2, 3);
                using (RealtimeGuard.Enter())
                    inside = Divide(1, 3);
                after = Rounding();
            });
            thread.Start();
            thread.Join();
            Assert.Equal(BitConverter.DoubleToInt64Bits(down), BitConverter.DoubleToInt64Bits(inside));
            Assert.Equal(rounding, after);
            Assert.NotEqual(0, outside);
        }
    }

    [Fact]
    public void The_rounding_of_the_host_would_change_a_quotient()
    {
        double nearest = Divide(1, 3), other = 0;
        var thread = new Thread(() =>
        {
            Assert.Equal(0, SetRounding(_roundings[1]));
            other = Divide(1, 3);
        });
        thread.Start();
        thread.Join();
        Assert.NotEqual(nearest, other);
    }

    // Not computed by the compiler.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static double Divide(double dividend, double divisor) => dividend / divisor;

    [DllImport("libm.so.6", EntryPoint = "fesetround")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetRounding(int rounding);

    [DllImport("libm.so.6", EntryPoint = "fegetround")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rounding();
}
