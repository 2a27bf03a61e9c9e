using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// All parameters of the plugin, one declaration each. The id and key of a released parameter are never used for another one.
/// </summary>
public static class Parameters
{
    /// <summary>All ids are lower than this, so that values can be stored in an array by id.</summary>
    public const int MaxIds = 128;

    /// <summary>The grids by the value of <see cref="Grid"/>.</summary>
    public static IReadOnlyList<(string Name, Grid Grid)> Grids { get; } =
    [
        ("1/4", Music.Grid.Quarter),
        ("1/8", Music.Grid.Eighth),
        ("1/8 triplet", Music.Grid.EighthTriplet),
        ("1/16", Music.Grid.Sixteenth),
        ("1/16 + triplets", Music.Grid.SixteenthAndTriplet),
        ("1/16 triplet", Music.Grid.SixteenthTriplet),
        ("1/32", Music.Grid.ThirtySecond),
    ];

    /// <summary>Passes notes through without answers.</summary>
    public static Parameter Bypass { get; } = Parameter.CreateList(1, "bypass", "Bypass", 0, "Off", "On") with
    {
        Flags = ParameterFlags.CanAutomate | ParameterFlags.Bypass, IsInPrograms = false,
    };

    /// <summary>The play mode.</summary>
    public static Parameter Mode { get; } = Parameter.CreateList(9, "mode", "Mode", 0, Enum.GetNames<PlayMode>()) with
    {
        Group = ParameterGroup.Play,
    };

    /// <summary>
    /// The style, as a slot of <see cref="StylePaths.Catalog"/>. The number of slots is fixed, whatever styles are installed. A project
    /// stores the style's id instead.
    /// </summary>
    public static Parameter Style { get; } = new(29, "style", "Style")
    {
        Highest = StyleCatalog.Slots - 1, Steps = StyleCatalog.Slots - 1, NameOf = StylePaths.Name,
        Flags = ParameterFlags.CanAutomate | ParameterFlags.List, Group = ParameterGroup.Style, IsSaved = false,
    };

    /// <summary>The execution provider of the style's graphs.</summary>
    public static Parameter Provider { get; } = Parameter.CreateList(
        30, "execution-provider", "Execution provider", 0, "Automatic", "CPU", "CUDA") with
    {
        ShortTitle = "Provider", Group = ParameterGroup.Style, IsInPrograms = false,
    };

    /// <summary>The length of a turn in Trade mode: 1, 2, 4 or 8 bars.</summary>
    public static Parameter TradeBars { get; } = Parameter.CreateList(
        10, "trade-bars", "Turn length", 2, "1 bar", "2 bars", "4 bars", "8 bars") with
    {
        Group = ParameterGroup.Play,
    };

    /// <summary>The length of an answer, in bars.</summary>
    public static Parameter AnswerBars { get; } = new(2, "answer-bars", "Answer length")
    {
        ShortTitle = "Length", Unit = "bars", Lowest = 1, Highest = 16, Default = 4, Steps = 15, Group = ParameterGroup.Play,
    };

    /// <summary>The rest that ends a phrase, in quarter notes; 0 derives it from the rhythm of the phrase.</summary>
    public static Parameter PhraseEnd { get; } = new(3, "phrase-end", "Phrase end after a rest of")
    {
        ShortTitle = "Phrase end", Unit = "quarters", Highest = 8, Steps = 32, LowestName = "Automatic", Group = ParameterGroup.Play,
    };

    /// <summary>The positions at which an answer may start.</summary>
    public static Parameter StartOn { get; } = Parameter.CreateList(
        4, "start-on", "Answer starts on", (int)StartQuantize.Beat, "Grid line", "Beat", "Bar line") with
    {
        ShortTitle = "Starts on", Group = ParameterGroup.Play,
    };

    /// <summary>The grid of input and answer onsets.</summary>
    public static Parameter Grid { get; } = Parameter.CreateList(5, "grid", "Grid", 3, [.. Grids.Select(grid => grid.Name)]) with
    {
        Group = ParameterGroup.Play,
    };

    /// <summary>The softmax temperature.</summary>
    public static Parameter Surprise { get; } = new(6, "surprise", "Surprise (temperature)")
    {
        ShortTitle = "Surprise", Highest = 2, Default = 1, Group = ParameterGroup.Notes,
    };

    /// <summary>The p of nucleus sampling: lower values exclude more of the unlikely notes.</summary>
    public static Parameter TopP { get; } = new(7, "top-p", "Rare notes (top-p)")
    {
        ShortTitle = "Rare notes", Lowest = 0.05, Default = 0.95, Group = ParameterGroup.Notes,
    };

    /// <summary>The density of notes relative to the style.</summary>
    public static Parameter Density { get; } = new(11, "density", "Density")
    {
        Unit = "%", Lowest = -100, Highest = 100, Group = ParameterGroup.Notes,
    };

    /// <summary>The weight of the player's motifs relative to the style.</summary>
    public static Parameter Memory { get; } = new(12, "memory", "Memory")
    {
        Unit = "%", Lowest = -100, Highest = 100, Group = ParameterGroup.Notes,
    };

    /// <summary>How closely answers keep to the phrase.</summary>
    public static Parameter Form { get; } = Parameter.CreateList(
        46, "form", "Form", (int)AnswerForm.AsStyle, "Free", "As style", "Rhythm", "Phrase") with
    {
        Before = (int)AnswerForm.Free, Group = ParameterGroup.Notes,
    };

    /// <summary>The lowest pitch of answers.</summary>
    public static Parameter LowestNote { get; } = Parameter.CreateList(13, "lowest-note", "Lowest note", 0, PitchNames) with
    {
        Notes = NoteNaming.Pitches, Group = ParameterGroup.Notes,
    };

    /// <summary>The highest pitch of answers.</summary>
    public static Parameter HighestNote { get; } = Parameter.CreateList(
        14, "highest-note", "Highest note", Pitch.Count - 1, PitchNames) with
    {
        Notes = NoteNaming.Pitches, Group = ParameterGroup.Notes,
    };

    /// <summary>The tonic of the scale.</summary>
    public static Parameter Key { get; } = Parameter.CreateList(
        15, "key", "Key", 0, PitchClassNames) with
    {
        Notes = NoteNaming.Classes, Group = ParameterGroup.Notes,
    };

    /// <summary>The scale of answers.</summary>
    public static Parameter ScaleLock { get; } = Parameter.CreateList(
        16, "scale", "Scale", 0, [.. Scale.Named.Select(scale => scale.Name)]) with
    {
        Group = ParameterGroup.Notes,
    };

    /// <summary>Whether answers end on the tonic.</summary>
    public static Parameter EndOnTonic { get; } = Parameter.CreateList(17, "end-on-tonic", "End on tonic", 0, "Off", "On") with
    {
        Group = ParameterGroup.Notes,
    };

    /// <summary>The transposition of answers, in octaves.</summary>
    public static Parameter Octave { get; } = new(18, "octave", "Octave")
    {
        Unit = "octaves", Lowest = -3, Highest = 3, Steps = 6, Group = ParameterGroup.Notes,
    };

    /// <summary>The source of velocities.</summary>
    public static Parameter Velocity { get; } = Parameter.CreateList(
        19, "velocity", "Velocity", 0, "As the player", "As the style", "Fixed") with
    {
        Group = ParameterGroup.Feel,
    };

    /// <summary>The velocity if <see cref="Velocity"/> is Fixed.</summary>
    public static Parameter FixedVelocity { get; } = new(20, "fixed-velocity", "Fixed velocity")
    {
        ShortTitle = "Fixed vel.", Lowest = 1, Highest = 127, Default = 96, Steps = 126, Group = ParameterGroup.Feel,
    };

    /// <summary>A factor for all velocities.</summary>
    public static Parameter VelocityScale { get; } = new(21, "velocity-scale", "Velocity scale")
    {
        ShortTitle = "Vel. scale", Unit = "%", Highest = 200, Default = 100, Group = ParameterGroup.Feel,
    };

    /// <summary>The share of the first note in a pair of grid notes.</summary>
    public static Parameter Swing { get; } = new(22, "swing", "Swing")
    {
        Unit = "%", Lowest = 50, Highest = 75, Default = 50, Group = ParameterGroup.Feel,
    };

    /// <summary>The source of micro-timing.</summary>
    public static Parameter Timing { get; } = Parameter.CreateList(23, "timing", "Timing", 0, "Swing control", "As the player") with
    {
        SwitchTitle = "Timing as the player", Group = ParameterGroup.Feel,
    };

    /// <summary>Whether the grid, the swing and the start of answers follow the phrase.</summary>
    public static Parameter FollowPhrase { get; } = Parameter.CreateList(47, "follow-phrase", "Follow phrase", 1, "Off", "On") with
    {
        ShortTitle = "Follow", Before = 0, Group = ParameterGroup.Feel,
    };

    /// <summary>The strength of the guard against repetition inside answers.</summary>
    public static Parameter RepeatGuard { get; } = Parameter.CreateList(
        24, "repeat-guard", "Repeat guard", 1, Enum.GetNames<RepeatGuardStrength>()) with
    {
        Group = ParameterGroup.Notes,
    };

    /// <summary>Whether input notes are passed to the output.</summary>
    public static Parameter Thru { get; } = Parameter.CreateList(25, "thru", "Thru", 1, "Off", "On") with
    {
        Group = ParameterGroup.Output, IsInPrograms = false,
    };

    /// <summary>The MIDI channel of answers.</summary>
    public static Parameter Channel { get; } = Parameter.CreateList(
        26, "channel", "Output channel", 0, ["As played", .. Enumerable.Range(1, 16).Select(number => $"{number}")]) with
    {
        ShortTitle = "Channel", Group = ParameterGroup.Output, IsInPrograms = false,
    };

    /// <summary>The distance of a varied phrase from the heard one.</summary>
    public static Parameter Variation { get; } = new(27, "variation", "Variation")
    {
        Unit = "%", Highest = 100, Default = 50, Group = ParameterGroup.Takes,
    };

    /// <summary>The position of a varied phrase between the captured phrases A and B.</summary>
    public static Parameter Morph { get; } = new(28, "morph", "Morph A to B")
    {
        Unit = "%", Highest = 100, Group = ParameterGroup.Takes,
    };

    /// <summary>The random seed of the take: the same seed gives the same answer.</summary>
    public static Parameter Seed { get; } = new(8, "seed", "Seed")
    {
        Highest = 9999, Default = 1, Steps = 9999, Group = ParameterGroup.Takes,
    };

    /// <summary>The level of the preview tone; only in the class with an audio output.</summary>
    public static Parameter PreviewLevel { get; } = new(31, "preview-level", "Preview level")
    {
        ShortTitle = "Preview", Unit = "dB", Lowest = -60, Default = -12, Highest = 0, LowestName = "Off",
        Group = ParameterGroup.Output, IsInPrograms = false,
    };

    /// <summary>Answers the same phrase again.</summary>
    public static Parameter NewTake { get; } = Parameter.CreateTrigger(32, "new-take", "New take");

    /// <summary>Replaces the current take with the previous one.</summary>
    public static Parameter PreviousTake { get; } = Parameter.CreateTrigger(33, "previous-take", "Previous take") with
    {
        ShortTitle = "Prev. take",
    };

    /// <summary>Keeps the take in the project.</summary>
    public static Parameter Keep { get; } = Parameter.CreateTrigger(34, "keep", "Keep take");

    /// <summary>Captures the last phrase as A, the source of variations.</summary>
    public static Parameter CaptureA { get; } = Parameter.CreateTrigger(35, "capture-a", "Capture A");

    /// <summary>Captures the last phrase as B, the target of Morph.</summary>
    public static Parameter CaptureB { get; } = Parameter.CreateTrigger(36, "capture-b", "Capture B");

    /// <summary>Replaces the current take with the one after it.</summary>
    public static Parameter NextTake { get; } = Parameter.CreateTrigger(39, "next-take", "Next take");

    /// <summary>Composes the pitches of the current take again.</summary>
    public static Parameter RerollPitches { get; } = Parameter.CreateTrigger(40, "reroll-pitches", "Re-roll pitches") with
    {
        ShortTitle = "Roll pitches",
    };

    /// <summary>Composes the rhythm of the current take again.</summary>
    public static Parameter RerollRhythm { get; } = Parameter.CreateTrigger(41, "reroll-rhythm", "Re-roll rhythm") with
    {
        ShortTitle = "Roll rhythm",
    };

    /// <summary>Composes the velocities of the current take again.</summary>
    public static Parameter RerollVelocities { get; } = Parameter.CreateTrigger(42, "reroll-velocities", "Re-roll velocities") with
    {
        ShortTitle = "Roll vel.",
    };

    /// <summary>Varies the current take as far as <see cref="Variation"/> says.</summary>
    public static Parameter VaryTake { get; } = Parameter.CreateTrigger(43, "vary-take", "Vary take");

    /// <summary>Plays a take again: one of the last ones, the newest first, or a kept one, the oldest first.</summary>
    public static Parameter RecallTake { get; } = Parameter.CreateList(
        44, "recall-take", "Recall take", 0,
        [
            "Off", .. Enumerable.Range(1, RecentTakes.Capacity).Select(number => $"Recent {number}"),
            .. Enumerable.Range(1, KeptTakes.Capacity).Select(number => $"Kept {number}"),
        ]) with
    {
        Group = ParameterGroup.Takes, SpringsBack = true, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>Whether the current take is composed again when a control changes that shapes it.</summary>
    public static Parameter AutoApply { get; } = Parameter.CreateList(45, "auto-apply", "Auto apply", 0, "Off", "On") with
    {
        Group = ParameterGroup.Takes, IsInPrograms = false,
    };

    /// <summary>The triggers by the value of <see cref="TakeTrigger"/>.</summary>
    public static IReadOnlyList<Parameter> Triggers { get; } =
    [
        NewTake, PreviousTake, Keep, CaptureA, CaptureB, NextTake, RerollPitches, RerollRhythm, RerollVelocities, VaryTake,
    ];

    /// <summary>What MIDI learn maps: the triggers, which notes fire too, then the controls that a MIDI controller can move.</summary>
    public static IReadOnlyList<Parameter> Learners { get; } =
    [
        .. Triggers,
        Provider,
        Mode, AnswerBars, TradeBars, PhraseEnd, StartOn, Grid,
        Seed, Variation, Morph, AutoApply,
        Surprise, TopP, Density, Memory, Form, LowestNote, HighestNote, Key, ScaleLock, EndOnTonic, Octave, RepeatGuard,
        Velocity, FixedVelocity, VelocityScale, Swing, Timing, FollowPhrase,
        Thru, Channel, PreviewLevel,
    ];

    /// <summary>The trigger or control that learns the next MIDI message (<see cref="LearnEntries"/>); one value clears all.</summary>
    public static Parameter Learn { get; } = Parameter.CreateList(
        37, "learn", "MIDI learn", 0,
        [
            "Off", .. Triggers.Select(trigger => trigger.Title), "Forget all",
            .. Learners.Skip(Triggers.Count).Select(control => control.Title),
        ]) with
    {
        Group = ParameterGroup.Takes, SpringsBack = true, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>
    /// The last chosen program. The order of programs depends on the installed styles, so that it is not automatable and is saved by name.
    /// </summary>
    public static Parameter Program { get; } = Parameter.CreateList(
        38, "program", "Program", 0, [.. FactoryPrograms.All.Select(program => program.Title)]) with
    {
        Flags = ParameterFlags.List | ParameterFlags.ProgramChange, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>The plugin's status; the text of its value is the message.</summary>
    public static Parameter Status { get; } = new(100, "status", "Status")
    {
        Steps = 2, Highest = 2, Flags = ParameterFlags.ReadOnly, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>All parameters, in the order in which hosts show them.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Bypass, Program,
        Style, Provider,
        Mode, AnswerBars, TradeBars, PhraseEnd, StartOn, Grid,
        Seed, NewTake, PreviousTake, Keep, CaptureA, CaptureB, Variation, Morph, Learn,
        NextTake, RerollPitches, RerollRhythm, RerollVelocities, VaryTake, RecallTake, AutoApply,
        Surprise, TopP, Density, Memory, Form, LowestNote, HighestNote, Key, ScaleLock, EndOnTonic, Octave, RepeatGuard,
        Velocity, FixedVelocity, VelocityScale, Swing, Timing, FollowPhrase,
        Thru, Channel, PreviewLevel,
        Status,
    ];

    private static IReadOnlyList<string> PitchClassNames => ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    private static IReadOnlyList<string> PitchNames =>
        [.. Enumerable.Range(0, Pitch.Count).Select(number => $"{PitchClassNames[number % 12]}{(number / 12) - 1}")];

    /// <summary>The index in <see cref="All"/> of the parameter with an id; -1 if there is none.</summary>
    public static int IndexOf(uint id)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Id == id)
                return i;
        }
        return -1;
    }
}
