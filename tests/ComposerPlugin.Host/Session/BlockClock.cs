using System.Diagnostics;

namespace ComposerPlugin.Host;

/// <summary>[audio] The clock of a real-time session: the time at which each sample frame is due.</summary>
internal sealed class BlockClock(double sampleRate, long firstFrame)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Waits until a frame is due.</summary>
    public void WaitFor(long frame)
    {
        for (TimeSpan left; (left = Due(frame) - Stopwatch.GetElapsedTime(_start)) > TimeSpan.Zero;)
        {
            // Yields during the last millisecond: a sleep would overrun it.
            if (left >= TimeSpan.FromMilliseconds(1))
                Thread.Sleep((int)left.TotalMilliseconds);
            else
                Thread.Yield();
        }
    }

    private TimeSpan Due(long frame) => TimeSpan.FromSeconds((frame - firstFrame) / sampleRate);
}
