using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// How long a process call of 64 frames takes, live, while another instance that renders offline keeps the worker at full load.
/// </summary>
internal static class ProcessBench
{
    private const int Block = 64;
    private const double MostPercent = 5;

    public static bool Run(PluginLibrary library, int seconds)
    {
        bool within = true;
        foreach (var hosted in library.Classes)
        {
            Console.WriteLine($"process, {hosted.Name}, {Machine.Load()}");
            var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
            var phrases = new PlayedPhrases(transport, (seconds * 2 / PlayedPhrases.Quarters) + 1);
            var times = new Measurements();
            bool hasPriority;
            long allocated;
            using (var seat = new PlayingInstance(library, hosted.Name, transport, phrases.Events, Block, ProcessMode.Realtime, 1))
            using (new WorkerLoad(library))
            {
                // The first second compiles this host's own callbacks.
                LiveRun.Play([seat], Block, (long)PlayingInstance.SampleRate);
                long before = AudioThread.Bytes(library);
                hasPriority = LiveRun.Play(
                    [seat], Block, transport.Frames(seconds - 1), played => times.Add(played.Plugin.LastProcessTime.TotalMicroseconds));
                allocated = AudioThread.Bytes(library) - before;
            }
            double blockMicroseconds = Block / PlayingInstance.SampleRate * 1e6, share = times.Percentile(99.9) / blockMicroseconds * 100;
            Console.WriteLine($"  {times.Summary("µs")}{(hasPriority ? "" : ", without an audio thread's priority")}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  p99.9 is {share:0.00} % of the block (target: under {MostPercent} %); "
                + $"{allocated} bytes allocated; longest stall {times.Worst / 1000:0.00} ms"));
            within &= share < MostPercent && allocated == 0;
        }
        return within;
    }
}
