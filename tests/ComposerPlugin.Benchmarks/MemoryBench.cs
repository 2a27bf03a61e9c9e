using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>The memory of each further instance with the same style, after each has heard and answered phrases.</summary>
internal static class MemoryBench
{
    private const int Instances = 16, Block = 512;
    private const double MostMegabytes = 5;

    public static bool Run(PluginLibrary library, UserStyle? style, int phrasesEach)
    {
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, phrasesEach);
        // Every instance begins with the default style, which would otherwise be loaded and released with each.
        using var holder = style is null ? null : library.Create("Composer MIDI");
        var seats = new List<PlayingInstance>();
        AddAndPlay();
        double one = Megabytes();
        while (seats.Count < Instances)
            AddAndPlay();
        double all = Megabytes(), further = (all - one) / (Instances - 1);
        string status = seats[^1].Status;
        int answered = seats[^1].Answered;
        seats.ForEach(seat => seat.Dispose());
        Console.WriteLine($"memory, {phrasesEach} phrases each, answered with {answered} notes by the last: {status}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"memory: {one:0.0} MB with one instance, {all:0.0} MB with {Instances}: "
            + $"{further:0.00} MB for each further one (target: under {MostMegabytes} MB)"));
        return further < MostMegabytes;

        void AddAndPlay()
        {
            var seat = new PlayingInstance(library, "Composer", transport, phrases.Events, Block, ProcessMode.Offline,
                seats.Count + 1, style);
            seats.Add(seat);
            for (long end = phrases.FrameOf(phrasesEach * PlayedPhrases.Quarters); seat.Time < end;)
                seat.Play(Block);
        }
    }

    private static double Megabytes()
    {
        // Excludes this host's garbage.
        GC.Collect();
        return Machine.ResidentBytes() / 1e6;
    }
}
