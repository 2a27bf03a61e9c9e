using System.Diagnostics;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// Takeover: from the process call with the phrase's last note-off to the return of the one with the first answer
/// note. The rest between them is rendered offline and takes no time. Includes the time of host and audio side.
/// Step: the same from one answer note to the next.
/// </summary>
internal static class TakeoverBench
{
    private const int Phrases = 500, WarmUp = 5, Block = 256;
    private const double MostTakeoverMs = 10, MostStepMs = 5;

    // A player's last note follows the previous one by more than this, so the worker has heard all others.
    private const int BetweenNotesMs = 20;

    public static bool Run(PluginLibrary library)
    {
        Console.WriteLine($"takeover, {Machine.Load()}");
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, Phrases + WarmUp);
        using var seat = new PlayingInstance(library, "Composer MIDI", transport, phrases.Events, Block, ProcessMode.Offline, 1);
        seat.Set("Phrase end after a rest of", "0.5");
        seat.Set("Answer starts on", "Grid line");
        seat.Set("Answer length", "2");

        var takeovers = new Measurements();
        var steps = new Measurements();
        for (int phrase = 0; phrase < Phrases + WarmUp; phrase++)
        {
            bool counts = phrase >= WarmUp;
            while (seat.Time + Block <= phrases.EndOf(phrase))
                seat.Play(Block);
            Thread.Sleep(BetweenNotesMs);
            long last = Stopwatch.GetTimestamp();
            bool isFirst = true;
            for (long end = phrases.FrameOf((phrase + 1) * PlayedPhrases.Quarters); seat.Time + Block <= end;)
            {
                seat.Play(Block);
                if (seat.AnsweredNow == 0)
                    continue;
                if (counts)
                    (isFirst ? takeovers : steps).Add(Stopwatch.GetElapsedTime(last).TotalMilliseconds);
                isFirst = false;
                last = Stopwatch.GetTimestamp();
            }
        }
        Console.WriteLine($"  last note to first answering note: {takeovers.Summary("ms")} (target: p99 {MostTakeoverMs} ms)");
        Console.WriteLine($"  answering note to answering note:  {steps.Summary("ms")} (target: p99 {MostStepMs} ms)");
        return takeovers.Count >= Phrases * 0.9 && takeovers.Percentile(99) <= MostTakeoverMs && steps.Percentile(99) <= MostStepMs;
    }
}
