using System.Diagnostics;
using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>What an open window takes of a core and of memory, at rest and while the song plays.</summary>
internal static class IdleBench
{
    private const int Block = 512, Phrases = 1000;

    // Of a core, at rest.
    private const double MostPercent = 1;

    public static bool Run(PluginLibrary library, int seconds)
    {
        Console.WriteLine($"idle, {Machine.Load()}");
        var loop = new RunLoopObject();
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, Phrases);
        using var seat = new PlayingInstance(library, "Composer", transport, phrases.Events, Block, ProcessMode.Realtime, 1);
        using var stage = new WindowStage(seat.Plugin, loop);
        var time = TimeSpan.FromSeconds(seconds);
        // The first window loads Skia and the fonts.
        loop.Run(TimeSpan.FromSeconds(1));
        double rest = Measure("no window was open");
        stage.Open();
        loop.Run(TimeSpan.FromSeconds(1));
        double open = Measure("window open");
        stage.Close();
        stage.Open(scale: 2);
        loop.Run(TimeSpan.FromSeconds(1));
        double large = Measure("window open at 200 %");
        stage.Close();
        Measure("closed again");
        using (new Music([seat]))
        {
            loop.Run(TimeSpan.FromSeconds(1));
            Measure("song plays, closed");
            foreach (float scale in (float[])[1, 2])
            {
                stage.Open(scale);
                loop.Run(TimeSpan.FromSeconds(1));
                Measure(string.Create(CultureInfo.InvariantCulture, $"song plays, open at {scale:0 %}"));
                stage.Close();
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  an open window at rest takes {open - rest:0.00} %, at 200 % {large - rest:0.00} % (target: under {MostPercent} %)"));
        return open - rest < MostPercent && large - rest < MostPercent;

        double Measure(string what)
        {
            using var process = Process.GetCurrentProcess();
            GC.Collect();
            double megabytes = Machine.ResidentBytes() / 1e6;
            long begun = Stopwatch.GetTimestamp();
            var before = process.TotalProcessorTime;
            loop.Run(time);
            process.Refresh();
            double percent = (process.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(begun) * 100;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {percent:0.00} % of a core, {megabytes:0.0} MB"));
            return percent;
        }
    }
}
