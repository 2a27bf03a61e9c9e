using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Play;

/// <summary>Plays a phrase into the published plugin, as a host with a running transport does.</summary>
internal static class Player
{
    private const string StatusTitle = "Status", StyleTitle = "Style", GridTitle = "Grid", LengthTitle = "Answer length";
    private const string SeedTitle = "Seed";

    // The values of Status.
    private const double Loading = 0, Failed = 1;

    /// <summary>Plays the phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="options">The options.</param>
    /// <param name="style">The style's id; null for the plugin's default.</param>
    /// <param name="beforePlaying">Called when all options are found to be good, with the seconds that will be played.</param>
    /// <exception cref="FormatException">An option does not fit the plugin.</exception>
    public static PlayResult Play(PlayedPhrase phrase, PlayOptions options, string? style, Action<double> beforePlaying)
    {
        using var library = PluginLibrary.Load(options.Plugin);
        long begun = Stopwatch.GetTimestamp();
        if (library.Classes.All(one => one.Name != options.Class))
            throw new FormatException(
                $"--class {options.Class}: choose {string.Join(" or ", library.Classes.Select(one => one.Name))}.");
        using var plugin = library.Create(options.Class, "ComposerPlugin run");
        if (style is not null)
            Choose(plugin, style);
        var transport = new HostTransport(phrase.Map(), options.Rate, options.Loop?.StartQuarter ?? 0);
        if (options.Loop is { } loop)
            transport.CycleOn(loop.StartQuarter, loop.EndQuarter);
        var setup = new SessionSetup
        {
            Blocks = options.Block == 0 ? BlockSizes.Random(1, 2048, options.Seed) : BlockSizes.Fixed(options.Block),
            Mode = options.Live ? ProcessMode.Realtime : ProcessMode.Offline,
            Pacing = options.Live ? Pacing.Realtime : Pacing.Free,
            Splits = BlockSplits.Jumps | BlockSplits.TempoChanges,
        };
        var timeline = phrase.Timeline();
        foreach (var setting in Settings(options))
            Set(plugin, setting, timeline);
        using var session = new HostSession(plugin, transport, timeline, setup);
        AwaitStyle(plugin);
        var load = Stopwatch.GetElapsedTime(begun);
        WarmUp(library, options);

        int seed = (int)Math.Round(Plain(plugin, SeedTitle));
        string? grid = SetGrid(plugin);
        double bar = phrase.Song.Meters[^1].Meter.BarTicks / (double)Music.Ticks.PerQuarter;
        long end = options.Seconds is { } seconds
            ? transport.Frames(seconds)
            : transport.TimeAfter(phrase.EndQuarter + ((Plain(plugin, LengthTitle) + 2) * bar) + 2);
        beforePlaying(end / (double)options.Rate);
        session.RunUntil(end);

        var answer = session.Recording.Notes().Where(note => !IsPlayed(note, phrase, transport)).ToList();
        return new(session.Recording, answer, answer.Count, answer.Count(note => note.EndTime >= 0), library.LoadTimes.Total, load,
            Text(plugin, StatusTitle), Normalized(plugin, StatusTitle) == Failed, Text(plugin, StyleTitle), seed, grid);
    }

    /// <summary>Lists the controls of the plugin with their values.</summary>
    public static void ListControls(PlayOptions options, Action<string> write)
    {
        using var library = PluginLibrary.Load(options.Plugin);
        using var plugin = library.Create(options.Class, "ComposerPlugin run");
        foreach (var control in Controls.Shown(plugin).Where(control => control.Title != StyleTitle))
            write($"{control.Title}: {Controls.Values(plugin, control)}");
    }

    /// <summary>Ends the process while the plugin is open.</summary>
    public static void Leave(PlayOptions options, int milliseconds)
    {
        _ = PluginLibrary.Load(options.Plugin).Create(options.Class);
        Thread.Sleep(milliseconds);
        Environment.Exit(0);
    }

    private static IEnumerable<ControlSetting> Settings(PlayOptions options)
    {
        yield return new("--bars", null, LengthTitle, options.Bars.ToString(CultureInfo.InvariantCulture));
        yield return new("--seed", null, SeedTitle, options.Seed.ToString(CultureInfo.InvariantCulture));
        if (options.Grid is { } grid)
            yield return new("--grid", null, GridTitle, grid);
        foreach (var setting in options.Settings)
            yield return setting;
    }

    // The first blocks compile this host's own callbacks, which would be measured as the plugin's time.
    private static void WarmUp(PluginLibrary library, PlayOptions options)
    {
        using var plugin = library.Create(options.Class);
        using var session = new HostSession(plugin, new(SongMap.Constant(120), options.Rate), new Timeline().Note(0, 0.5, 60),
            new() { Mode = ProcessMode.Offline });
        session.RunUntilPlayed(8);
    }

    // A new project with this style: a state without the other controls would be one of an earlier version.
    private static void Choose(HostedPlugin plugin, string style)
    {
        var state = JsonNode.Parse(plugin.GetState())!.AsObject();
        state.Remove("style-hash");
        state["style"] = style;
        plugin.SetState(Encoding.UTF8.GetBytes(state.ToJsonString()));
    }

    private static void Set(HostedPlugin plugin, ControlSetting setting, Timeline timeline)
    {
        var control = Controls.Find(plugin, setting.Option, setting.Title);
        double normalized = Controls.Normalize(plugin, control, setting);
        if (setting.Quarter is { } quarter)
            timeline.Parameter(quarter, control.Id, normalized);
        else
            plugin.SetParameter(control.Id, normalized);
    }

    // Follow phrase finds the grid where the control has its default.
    private static string? SetGrid(HostedPlugin plugin)
    {
        var grid = plugin.Parameter(GridTitle);
        bool finds = Normalized(plugin, "Follow phrase") > 0 && Normalized(plugin, GridTitle) == grid.DefaultNormalized;
        return finds ? null : Text(plugin, GridTitle);
    }

    // Waits for the style, as a musician does: the plugin loads it on its own thread.
    private static void AwaitStyle(HostedPlugin plugin)
    {
        long begun = Stopwatch.GetTimestamp();
        while (Normalized(plugin, StatusTitle) == Loading && Stopwatch.GetElapsedTime(begun).TotalSeconds < 30)
            Thread.Sleep(1);
    }

    private static double Normalized(HostedPlugin plugin, string title) => plugin.GetNormalized(plugin.Parameter(title).Id);

    private static double Plain(HostedPlugin plugin, string title) =>
        plugin.ToPlain(plugin.Parameter(title).Id, Normalized(plugin, title));

    private static string Text(HostedPlugin plugin, string title) =>
        plugin.Format(plugin.Parameter(title).Id, Normalized(plugin, title));

    private static bool IsPlayed(RecordedNote note, PlayedPhrase phrase, HostTransport transport) => phrase.Notes.Any(played =>
        played.Pitch.Number == note.Pitch
        && Math.Abs(transport.SongSampleOf(played.Onset / Music.Ticks.PerQuarter) - transport.SongSampleOf(note.Quarter)) <= 1.5);
}
