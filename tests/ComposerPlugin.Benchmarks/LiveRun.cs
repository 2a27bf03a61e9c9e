using System.Diagnostics;

namespace ComposerPlugin.Benchmarks;

/// <summary>Plays instances block by block on one audio thread, each block at its time, as a DAW does.</summary>
internal static class LiveRun
{
    /// <summary>Plays a number of frames; false if the thread did not get an audio thread's priority.</summary>
    /// <param name="seats">The instances, one after the other in each block.</param>
    /// <param name="block">Frames in a block.</param>
    /// <param name="frames">The total number of frames.</param>
    /// <param name="afterBlock">[audio] Called for each instance and block; allocates nothing.</param>
    public static bool Play(IReadOnlyList<PlayingInstance> seats, int block, long frames, Action<PlayingInstance>? afterBlock = null)
    {
        bool hasPriority = false;
        var thread = new Thread(() =>
        {
            hasPriority = Machine.TryAudioPriority();
            PlayHere(seats, block, frames, afterBlock);
        })
        { Name = "host audio" };
        thread.Start();
        thread.Join();
        return hasPriority;
    }

    /// <summary>[audio] The same, on this thread.</summary>
    public static void PlayHere(
        IReadOnlyList<PlayingInstance> seats, int block, long frames, Action<PlayingInstance>? afterBlock = null)
    {
        long begun = Stopwatch.GetTimestamp();
        for (long time = 0; time < frames; time += block)
        {
            WaitUntil(begun + (long)(time / PlayingInstance.SampleRate * Stopwatch.Frequency));
            foreach (var seat in seats)
            {
                seat.Play(block);
                afterBlock?.Invoke(seat);
            }
        }
    }

    // Sleeps only: a thread of this priority that spins takes a core from the worker; a sound card's thread does not.
    private static void WaitUntil(long timestamp)
    {
        for (long left; (left = timestamp - Stopwatch.GetTimestamp()) > 0;)
            Thread.Sleep(Math.Max(1, (int)(left * 1000 / Stopwatch.Frequency)));
    }
}
