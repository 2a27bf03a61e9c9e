using System.Globalization;
using System.Text.Json;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// Hours of a song, rendered offline by one instance: every preset in every mode in turn, the project saved and loaded again after each
/// round. The memory after each round must stay as it was, and each note must end.
/// </summary>
internal static class SoakBench
{
    private const int Block = 512, PhrasesOfStyle = 2, RoundsToWarmUp = 3;
    private const double SecondsOfPhrase = PlayedPhrases.Quarters * 60 / 120.0, MostGrowth = 0.02;

    public static bool Run(PluginLibrary library, string bundle, int minutes)
    {
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        var phrases = new PlayedPhrases(transport, (int)(minutes * 60 / SecondsOfPhrase));
        using var seat = new PlayingInstance(library, "Composer", transport, phrases.Events, Block, ProcessMode.Offline, seed: 1);
        string[] styles = [.. StylesOf(bundle)], modes = ["Continue", "Trade", "Generate", "Vary", "Hold"];
        var sounding = new int[16 * 128];
        var megabytes = new List<double>();
        int phrasesOfRound = styles.Length * PhrasesOfStyle, phrase = 0;
        for (int round = 0; phrase + phrasesOfRound <= phrases.Count; round++)
        {
            seat.Set("Mode", modes[round % modes.Length]);
            for (int i = 0; i < phrasesOfRound; i++)
            {
                seat.Set("Style", styles[i / PhrasesOfStyle]);
                for (long end = phrases.FrameOf(++phrase * PlayedPhrases.Quarters); seat.Time < end;)
                {
                    seat.Play(Block);
                    Count(seat.Plugin.OutputEvents, sounding);
                }
            }
            if (!seat.Plugin.SetState(seat.Plugin.GetState()))
                throw new InvalidOperationException("The plugin refuses the state that it has saved.");
            // Excludes this host's garbage.
            GC.Collect();
            megabytes.Add(Machine.ResidentBytes() / 1e6);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"soak: {phrase * SecondsOfPhrase / 60:0} min, {modes[round % modes.Length]}: {megabytes[^1]:0.0} MB, "
                + $"{seat.Answered} notes answered; {seat.Status}"));
        }
        // After a stop nothing sounds.
        seat.Plugin.SetProcessing(false);
        seat.Plugin.SetProcessing(true);
        seat.Plugin.Process(Block, default);
        Count(seat.Plugin.OutputEvents, sounding);
        int hanging = sounding.Count(count => count != 0);
        if (megabytes.Count < RoundsToWarmUp + (2 * modes.Length))
            throw new FormatException($"--minutes {minutes}: too short to tell; give 120.");
        double first = megabytes.Skip(RoundsToWarmUp).Take(modes.Length).Average(), last = megabytes.TakeLast(modes.Length).Average();
        double growth = (last / first) - 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"soak: {growth * 100:0.0} % more memory in the last {modes.Length} rounds than in the {modes.Length} after the first "
            + $"{RoundsToWarmUp} (target: under {MostGrowth * 100:0} %), {hanging} hanging notes"));
        return growth < MostGrowth && hanging == 0;
    }

    private static void Count(EventListObject events, int[] sounding)
    {
        for (int i = 0; i < events.Count; i++)
        {
            ref readonly var e = ref events[i];
            if (e.Type == EventType.NoteOn)
                sounding[(e.NoteOn.Channel * 128) + e.NoteOn.Pitch]++;
            else if (e.Type == EventType.NoteOff)
                sounding[(e.NoteOff.Channel * 128) + e.NoteOff.Pitch]--;
        }
    }

    private static IEnumerable<string> StylesOf(string bundle)
    {
        string presets = Path.Combine(bundle, "Contents", "Resources", "presets");
        foreach (string folder in Directory.GetDirectories(presets).Order(StringComparer.Ordinal))
        {
            using var style = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "style.json")));
            yield return style.RootElement.GetProperty("name").GetString()!;
        }
    }
}
