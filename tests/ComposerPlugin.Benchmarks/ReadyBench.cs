using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// The share of answer notes that are ready in time: notes of a live run, relative to an offline render of the same song.
/// </summary>
internal static class ReadyBench
{
    private const double LeastShare = 0.999;

    private static readonly (double Tempo, int Block)[] _runs =
        [(60, 64), (60, 2048), (90, 256), (120, 64), (120, 512), (160, 1024), (200, 64), (200, 2048)];

    public static bool Run(PluginLibrary library, int seconds)
    {
        bool within = true;
        foreach (int instances in (int[])[1, 16])
        {
            long ready = 0, asked = 0;
            Console.WriteLine($"ready, {(instances == 1 ? "1 instance" : $"{instances} instances")}, {Machine.Load()}");
            foreach (var (tempo, block) in _runs)
            {
                int offline = Answers(library, instances, tempo, block, seconds, isLive: false, out _);
                int live = Answers(library, instances, tempo, block, seconds, isLive: true, out bool hasPriority);
                Console.WriteLine($"  {tempo} bpm, {block} frames: {live} of {offline} notes"
                + (hasPriority ? "" : ", without an audio thread's priority"));
                (ready, asked) = (ready + live, asked + offline);
            }
            double share = (double)ready / asked;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  share {share:0.00000} of {asked} (target: {LeastShare}), {Machine.Load()}"));
            within &= share >= LeastShare;
        }
        return within;
    }

    private static int Answers(PluginLibrary library, int instances, double tempo, int block, int seconds, bool isLive,
        out bool hasPriority)
    {
        hasPriority = true;
        var transport = new HostTransport(SongMap.Constant(tempo), PlayingInstance.SampleRate);
        long frames = transport.Frames(seconds);
        int phrases = (int)(seconds * tempo / 60 / PlayedPhrases.Quarters) + 1;
        var played = new PlayedPhrases(transport, phrases);
        var seats = Enumerable.Range(0, instances)
            .Select(index => new PlayingInstance(library, "Composer MIDI", transport, played.Events, block,
                isLive ? ProcessMode.Realtime : ProcessMode.Offline, index + 1)).ToList();
        try
        {
            if (isLive)
                hasPriority = LiveRun.Play(seats, block, frames);
            else
                seats.ForEach(seat => PlayFree(seat, block, frames));
            return seats.Sum(seat => seat.Answered);
        }
        finally
        {
            seats.ForEach(seat => seat.Dispose());
        }
    }

    private static void PlayFree(PlayingInstance seat, int block, long frames)
    {
        while (seat.Time < frames)
            seat.Play(block);
    }
}
