using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>Two instances play with open windows until the display dies; then they play on, and refuse another window.</summary>
internal static class DisplayBench
{
    private const int Block = 512, Phrases = 1000;

    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(50);

    public static bool Run(PluginLibrary library)
    {
        var loop = new RunLoopObject();
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, Phrases);
        PlayingInstance[] seats = [Seat("Composer", 1), Seat("Composer MIDI", 2)];
        WindowStage[] stages = [.. seats.Select(seat => new WindowStage(seat.Plugin, loop))];
        bool survives;
        using (new Music(seats))
        {
            survives = Array.TrueForAll(stages, stage => stage.Open());
            loop.Run(_turn);
            Console.WriteLine("ready: end the display");
            while (!Array.TrueForAll(stages, stage => stage.IsLost))
                loop.Run(_turn);
            long[] times = [.. seats.Select(seat => seat.Time)];
            // Each has been called once more at least, and knows it.
            while (stages[0].HandlersLeft > 0 || seats.Zip(times).Any(pair => pair.First.Time - pair.Second < PlayingInstance.SampleRate))
                loop.Run(_turn);
            foreach (var stage in stages)
                stage.Close();
            survives &= !stages[0].Open() && stages[0].HandlersLeft == 0;
        }
        Console.WriteLine($"the display has died: {(survives ? "both play on, and refuse a window" : "a window was not refused")}");
        survives &= stages.Sum(stage => stage.ReferencesLeft) == 0;
        foreach (var stage in stages)
            stage.Dispose();
        foreach (var seat in seats)
            seat.Dispose();
        return survives;

        PlayingInstance Seat(string name, int seed) =>
            new(library, name, transport, phrases.Events, Block, ProcessMode.Realtime, seed);
    }
}
