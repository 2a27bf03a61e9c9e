using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Play;

/// <summary>Plays a phrase into the published plugin, as a host with a running transport does.</summary>
internal static class Player
{
    private const string StatusTitle = "Status";
    private const double Loading = 0;

    public static PlayResult Play(PlayedPhrase phrase, PlayOptions options)
    {
        using var library = PluginLibrary.Load(options.Plugin);
        long begun = Stopwatch.GetTimestamp();
        if (library.Classes.All(one => one.Name != options.Class))
            throw new FormatException(
                $"--class {options.Class}: choose from {string.Join(", ", library.Classes.Select(one => one.Name))}.");
        using var plugin = library.Create(options.Class, "ComposerPlugin run");
        if (options.Style is { } style)
            plugin.SetState(Encoding.UTF8.GetBytes(new JsonObject { ["format"] = 1, ["style"] = style }.ToJsonString()));
        var transport = new HostTransport(phrase.Map(), options.Rate, options.Loop?.StartQuarter ?? 0);
        if (options.Loop is { } loop)
            transport.CycleOn(loop.StartQuarter, loop.EndQuarter);
        var setup = new SessionSetup
        {
            Blocks = options.Block == 0 ? BlockSizes.Random(1, 2048, options.Seed) : BlockSizes.Fixed(options.Block),
            Mode = options.Offline ? ProcessMode.Offline : ProcessMode.Realtime,
            Pacing = options.Offline ? Pacing.Free : Pacing.Realtime,
            Splits = BlockSplits.Jumps | BlockSplits.TempoChanges,
        };
        Set(plugin, "Answer length", options.Bars);
        Set(plugin, "Seed", options.Seed);
        uint grid = plugin.Parameter("Grid").Id;
        if (!plugin.TryParse(grid, options.Grid, out double normalized))
            throw new FormatException($"--grid {options.Grid}: there is no such grid; ./run.sh --help lists them.");
        plugin.SetParameter(grid, normalized);
        var timeline = phrase.Timeline();
        foreach (var setting in options.Settings)
            Set(plugin, setting, timeline);
        using var session = new HostSession(plugin, transport, timeline, setup);
        AwaitStyle(plugin);
        var load = Stopwatch.GetElapsedTime(begun);
        WarmUp(library, options);

        double bar = phrase.Song.Meters[^1].Meter.BarTicks / (double)Music.Ticks.PerQuarter;
        session.RunUntil(options.Seconds is { } seconds
            ? transport.Frames(seconds)
            : transport.TimeAfter(phrase.EndQuarter + ((options.Bars + 2) * bar) + 2));

        var answer = session.Recording.Notes().Where(note => !IsPlayed(note, phrase, transport)).ToList();
        return new(session.Recording, answer, answer.Count, answer.Count(note => note.EndTime >= 0), library.LoadTimes.Total, load,
            Status(plugin));
    }

    /// <summary>Ends the process while the plugin is open.</summary>
    public static void Leave(PlayOptions options, int milliseconds)
    {
        _ = PluginLibrary.Load(options.Plugin).Create(options.Class);
        Thread.Sleep(milliseconds);
        Environment.Exit(0);
    }

    // The first blocks compile this host's own callbacks, which would be measured as the plugin's time.
    private static void WarmUp(PluginLibrary library, PlayOptions options)
    {
        using var plugin = library.Create(options.Class);
        using var session = new HostSession(plugin, new(SongMap.Constant(120), options.Rate), new Timeline().Note(0, 0.5, 60),
            new() { Mode = ProcessMode.Offline });
        session.RunUntilPlayed(8);
    }

    private static void Set(HostedPlugin plugin, string title, double plain)
    {
        uint id = plugin.Parameter(title).Id;
        plugin.SetParameter(id, plugin.ToNormalized(id, plain));
    }

    private static void Set(HostedPlugin plugin, ControlSetting setting, Timeline timeline)
    {
        if (plugin.Parameters.All(parameter => parameter.Title != setting.Title))
            throw new FormatException($"{setting.Option} {setting.Title}: there is no such control; "
                + $"there are {string.Join(", ", plugin.Parameters.Select(parameter => parameter.Title))}.");
        uint id = plugin.Parameter(setting.Title).Id;
        double normalized = plugin.ToNormalized(id, setting.Plain);
        if (setting.Quarter is { } quarter)
            timeline.Parameter(quarter, id, normalized);
        else
            plugin.SetParameter(id, normalized);
    }

    // Waits for the style, as a musician does: the plugin loads it on its own thread.
    private static void AwaitStyle(HostedPlugin plugin)
    {
        uint status = plugin.Parameter(StatusTitle).Id;
        long begun = Stopwatch.GetTimestamp();
        while (plugin.GetNormalized(status) == Loading && Stopwatch.GetElapsedTime(begun).TotalSeconds < 30)
            Thread.Sleep(1);
    }

    private static string Status(HostedPlugin plugin)
    {
        uint status = plugin.Parameter(StatusTitle).Id;
        return plugin.Format(status, plugin.GetNormalized(status));
    }

    private static bool IsPlayed(RecordedNote note, PlayedPhrase phrase, HostTransport transport) => phrase.Notes.Any(played =>
        played.Pitch.Number == note.Pitch
        && Math.Abs(transport.SongSampleOf(played.Onset / Music.Ticks.PerQuarter) - transport.SongSampleOf(note.Quarter)) <= 1.5);
}
