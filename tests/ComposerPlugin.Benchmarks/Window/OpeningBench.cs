using System.Diagnostics;
using System.Globalization;
using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// Opens and closes the window of an instance many times while it plays, while its style changes, and while the window of another
/// instance is open.
/// </summary>
internal static class OpeningBench
{
    private const int Block = 512, Phrases = 10_000, CyclesOfStyle = 10, First = 50;

    // Styles come and go: what ONNX Runtime keeps of them levels off after a thousand times.
    private const double MostMegabytes = 16;

    // Long enough for a tick or two, and for 200 times to last until the first answers.
    private static readonly TimeSpan _open = TimeSpan.FromMilliseconds(20);
    private static readonly string[] _styles = ["irish-scots-session", "hymn", "early-jazz"];

    public static bool Run(PluginLibrary library, int cycles)
    {
        Console.WriteLine($"opening, {Machine.Load()}");
        var loop = new RunLoopObject();
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, Phrases);
        using var seat = new PlayingInstance(library, "Composer", transport, phrases.Events, Block, ProcessMode.Realtime, 1);
        using var other = new PlayingInstance(library, "Composer MIDI", transport, phrases.Events, Block, ProcessMode.Realtime, 2);
        using var stage = new WindowStage(seat.Plugin, loop);
        using var otherStage = new WindowStage(other.Plugin, loop);
        long audioBytes = AudioThread.Bytes(library);
        int files = 0, handlers;
        double first = 0, last = 0;
        var times = new Measurements();
        using (new Music([seat, other]))
        {
            otherStage.Open();
            for (int cycle = 1; cycle <= cycles; cycle++)
            {
                if (cycle % CyclesOfStyle == 1)
                    Use(_styles[cycle / CyclesOfStyle % _styles.Length]);
                long begun = Stopwatch.GetTimestamp();
                if (!stage.Open())
                    throw new InvalidOperationException($"The plugin refused its window at the {cycle}th time.");
                double opened = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                loop.Run(_open);
                begun = Stopwatch.GetTimestamp();
                stage.Close();
                times.Add(opened + Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (cycle != First && cycle % 1000 != 0 && cycle != cycles)
                    continue;
                last = MegabytesAtRest();
                (first, files) = first == 0 ? (last, OpenFiles) : (first, files);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {cycle} times: {last:0.0} MB"));
            }
            files = OpenFiles - files;
            otherStage.Close();
            handlers = stage.HandlersLeft;
        }
        audioBytes = AudioThread.Bytes(library) - audioBytes;
        long references = stage.ReferencesLeft + otherStage.ReferencesLeft;
        Console.WriteLine($"  opening and closing: {times.Summary("ms")}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  left behind: {handlers} handlers, {references} references, {files} files, and "
            + $"{last - first:0.0} MB more than after {First} times"));
        Console.WriteLine($"  {audioBytes} bytes allocated on the audio thread; {seat.Answered + other.Answered} answer notes");
        return handlers == 0 && references == 0 && files <= 0 && audioBytes == 0 && last - first < MostMegabytes
            && seat.Answered > 0 && other.Answered > 0;

        // With the same style, and when the ones before are disposed of: that is done every two seconds.
        double MegabytesAtRest()
        {
            Use(_styles[0]);
            loop.Run(TimeSpan.FromSeconds(5));
            GC.Collect();
            return Machine.ResidentBytes() / 1e6;
        }

        void Use(string style) => seat.Plugin.SetState(Encoding.UTF8.GetBytes($$"""{"format": 1, "style": "{{style}}"}"""));
    }

    private static int OpenFiles => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
