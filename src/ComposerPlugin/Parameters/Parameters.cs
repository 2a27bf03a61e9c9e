using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>Every control, one declaration each. An id or key that was released once is never given to another control.</summary>
public static class Parameters
{
    /// <summary>Ids lie below this, so that values can stand in an array by id.</summary>
    public const int MostIds = 128;

    /// <summary>The grids, by the value of <see cref="Grid"/>.</summary>
    public static IReadOnlyList<(string Name, Grid Grid)> Grids { get; } =
    [
        ("1/4", Music.Grid.Quarter), ("1/8", Music.Grid.Eighth), ("1/8 triplet", Music.Grid.EighthTriplet), ("1/16", Music.Grid.Sixteenth),
        ("1/16 + triplets", Music.Grid.SixteenthAndTriplet), ("1/16 triplet", Music.Grid.SixteenthTriplet), ("1/32", Music.Grid.ThirtySecond),
    ];

    /// <summary>Only pass notes through.</summary>
    public static Parameter Bypass { get; } = Parameter.OfNames(1, "bypass", "Bypass", 0, "Off", "On") with
    {
        Flags = ParameterFlags.CanAutomate | ParameterFlags.Bypass, IsInPrograms = false,
    };

    /// <summary>When to play, and what.</summary>
    public static Parameter Mode { get; } = Parameter.OfNames(9, "mode", "Mode", 0, Enum.GetNames<PlayMode>()) with { Group = ParameterGroup.Play };

    /// <summary>The style, which a project keeps by its id: a slot of <see cref="StylePaths.Catalog"/>, whose list has as many places however many styles there are.</summary>
    public static Parameter Style { get; } = new(29, "style", "Style")
    {
        Highest = StyleCatalog.Slots - 1, Steps = StyleCatalog.Slots - 1, Flags = ParameterFlags.CanAutomate | ParameterFlags.List, NameOf = StylePaths.Name,
        Group = ParameterGroup.Style, IsSaved = false,
    };

    /// <summary>What the style's graphs run on.</summary>
    public static Parameter Provider { get; } = Parameter.OfNames(30, "execution-provider", "Execution provider", 0, "Automatic", "CPU", "CUDA") with
    {
        Group = ParameterGroup.Style, IsInPrograms = false,
    };

    /// <summary>How many bars each plays in turn: 1, 2, 4 or 8.</summary>
    public static Parameter TradeBars { get; } = Parameter.OfNames(10, "trade-bars", "Trade", 2, "1 bar", "2 bars", "4 bars", "8 bars") with { Group = ParameterGroup.Play };

    /// <summary>How long an answer is.</summary>
    public static Parameter AnswerBars { get; } = new(2, "answer-bars", "Answer length") { Unit = "bars", Lowest = 1, Highest = 16, Default = 4, Steps = 15, Group = ParameterGroup.Play };

    /// <summary>How long the player must rest for the phrase to be over; 0 goes by the phrase's own rhythm.</summary>
    public static Parameter PhraseEnd { get; } = new(3, "phrase-end", "Phrase end after a rest of")
    {
        Unit = "quarters", Highest = 8, Steps = 32, LowestName = "Automatic", Group = ParameterGroup.Play,
    };

    /// <summary>The line on which an answer begins.</summary>
    public static Parameter StartOn { get; } = Parameter.OfNames(4, "start-on", "Answer starts on", (int)Engine.StartQuantize.Beat, "Grid line", "Beat", "Bar line") with { Group = ParameterGroup.Play };

    /// <summary>The grid of heard and answered onsets.</summary>
    public static Parameter Grid { get; } = Parameter.OfNames(5, "grid", "Grid", 3, [.. Grids.Select(grid => grid.Name)]) with { Group = ParameterGroup.Play };

    /// <summary>How bold the model is: the temperature of its softmax.</summary>
    public static Parameter Surprise { get; } = new(6, "surprise", "Surprise (temperature)") { Highest = 2, Default = 1, Group = ParameterGroup.Notes };

    /// <summary>How much of the unlikely is kept out (nucleus sampling's p).</summary>
    public static Parameter TopP { get; } = new(7, "top-p", "Rare notes (top-p)") { Lowest = 0.05, Default = 0.95, Group = ParameterGroup.Notes };

    /// <summary>More or fewer notes than the style would.</summary>
    public static Parameter Density { get; } = new(11, "density", "Density") { Unit = "%", Lowest = -100, Highest = 100, Group = ParameterGroup.Notes };

    /// <summary>How strongly the player's own motifs are taken up.</summary>
    public static Parameter Memory { get; } = new(12, "memory", "Memory") { Unit = "%", Lowest = -100, Highest = 100, Group = ParameterGroup.Notes };

    /// <summary>The lowest pitch of answers.</summary>
    public static Parameter LowestNote { get; } = Parameter.OfNames(13, "lowest-note", "Lowest note", 0, PitchNames) with { Group = ParameterGroup.Notes };

    /// <summary>The highest pitch of answers.</summary>
    public static Parameter HighestNote { get; } = Parameter.OfNames(14, "highest-note", "Highest note", Pitch.Count - 1, PitchNames) with { Group = ParameterGroup.Notes };

    /// <summary>The tonic of the scale.</summary>
    public static Parameter Key { get; } = Parameter.OfNames(15, "key", "Key", 0, "C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B") with { Group = ParameterGroup.Notes };

    /// <summary>The scale that answers are locked to.</summary>
    public static Parameter ScaleLock { get; } = Parameter.OfNames(16, "scale", "Scale", 0, [.. Scale.Named.Select(scale => scale.Name)]) with { Group = ParameterGroup.Notes };

    /// <summary>Whether answers end on the tonic.</summary>
    public static Parameter EndOnTonic { get; } = Parameter.OfNames(17, "end-on-tonic", "End on tonic", 0, "Off", "On") with { Group = ParameterGroup.Notes };

    /// <summary>How many octaves higher answers are played.</summary>
    public static Parameter Octave { get; } = new(18, "octave", "Octave") { Unit = "octaves", Lowest = -3, Highest = 3, Steps = 6, Group = ParameterGroup.Notes };

    /// <summary>What velocities go by.</summary>
    public static Parameter Velocity { get; } = Parameter.OfNames(19, "velocity", "Velocity", 0, "As the player", "As the style", "Fixed") with { Group = ParameterGroup.Feel };

    /// <summary>The velocity where it is fixed.</summary>
    public static Parameter FixedVelocity { get; } = new(20, "fixed-velocity", "Fixed velocity") { Lowest = 1, Highest = 127, Default = 96, Steps = 126, Group = ParameterGroup.Feel };

    /// <summary>Multiplies velocities.</summary>
    public static Parameter VelocityScale { get; } = new(21, "velocity-scale", "Velocity scale") { Unit = "%", Highest = 200, Default = 100, Group = ParameterGroup.Feel };

    /// <summary>How much of a pair of the grid's notes the first lasts.</summary>
    public static Parameter Swing { get; } = new(22, "swing", "Swing") { Unit = "%", Lowest = 50, Highest = 75, Default = 50, Group = ParameterGroup.Feel };

    /// <summary>What the timing goes by.</summary>
    public static Parameter Timing { get; } = Parameter.OfNames(23, "timing", "Timing", 0, "Swing control", "As the player") with { Group = ParameterGroup.Feel };

    /// <summary>How soon answers are led away from what they repeat.</summary>
    public static Parameter RepeatGuard { get; } = Parameter.OfNames(24, "repeat-guard", "Repeat guard", 1, Enum.GetNames<RepeatGuardStrength>()) with { Group = ParameterGroup.Notes };

    /// <summary>Whether what is played sounds too.</summary>
    public static Parameter Thru { get; } = Parameter.OfNames(25, "thru", "Thru", 1, "Off", "On") with { Group = ParameterGroup.Output, IsInPrograms = false };

    /// <summary>The channel of answers.</summary>
    public static Parameter Channel { get; } = Parameter.OfNames(26, "channel", "Output channel", 0,
        ["As played", .. Enumerable.Range(1, 16).Select(number => $"{number}")]) with { Group = ParameterGroup.Output, IsInPrograms = false };

    /// <summary>How far a varied phrase goes from the heard one.</summary>
    public static Parameter Variation { get; } = new(27, "variation", "Variation") { Unit = "%", Highest = 100, Default = 50, Group = ParameterGroup.Takes };

    /// <summary>Where between the captured phrases a varied phrase lies.</summary>
    public static Parameter Morph { get; } = new(28, "morph", "Morph A to B") { Unit = "%", Highest = 100, Group = ParameterGroup.Takes };

    /// <summary>The take: another seed is another answer, the same seed the same.</summary>
    public static Parameter Seed { get; } = new(8, "seed", "Seed") { Highest = 9999, Default = 1, Steps = 9999, Group = ParameterGroup.Takes };

    /// <summary>How loud the preview tone is; only of the class with an audio output.</summary>
    public static Parameter PreviewLevel { get; } = new(31, "preview-level", "Preview level")
    {
        Unit = "dB", Lowest = -60, Default = -12, Highest = 0, LowestName = "Off", Group = ParameterGroup.Output, IsInPrograms = false,
    };

    /// <summary>Answers the same phrase again.</summary>
    public static Parameter NewTake { get; } = Parameter.OfTrigger(32, "new-take", "New take");

    /// <summary>Plays the take before again.</summary>
    public static Parameter PreviousTake { get; } = Parameter.OfTrigger(33, "previous-take", "Previous take");

    /// <summary>Puts the take on the shelf.</summary>
    public static Parameter Keep { get; } = Parameter.OfTrigger(34, "keep", "Keep take");

    /// <summary>Takes the last phrase as the one to vary from.</summary>
    public static Parameter CaptureA { get; } = Parameter.OfTrigger(35, "capture-a", "Capture A");

    /// <summary>Takes the last phrase as the one to vary towards.</summary>
    public static Parameter CaptureB { get; } = Parameter.OfTrigger(36, "capture-b", "Capture B");

    /// <summary>The triggers, by the value of <see cref="TakeTrigger"/>.</summary>
    public static IReadOnlyList<Parameter> Triggers { get; } = [NewTake, PreviousTake, Keep, CaptureA, CaptureB];

    /// <summary>Which trigger learns the next key or MIDI controller; the last value has all forget theirs.</summary>
    public static Parameter Learn { get; } = Parameter.OfNames(37, "learn", "MIDI learn", 0, ["Off", .. Triggers.Select(trigger => trigger.Title), "Forget all"]) with
    {
        Flags = ParameterFlags.List, Group = ParameterGroup.Takes, SpringsBack = true, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>The program that was chosen last. Its order may change with the styles that are there, so that it is not automated, and saved by name.</summary>
    public static Parameter Program { get; } = Parameter.OfNames(38, "program", "Program", 0, [.. FactoryPrograms.All.Select(program => program.Name)]) with
    {
        Flags = ParameterFlags.List | ParameterFlags.ProgramChange, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>What the plugin has to say, as the text of its value.</summary>
    public static Parameter Status { get; } = new(100, "status", "Status")
    {
        Steps = 2, Highest = 2, Flags = ParameterFlags.ReadOnly, IsSaved = false, IsInPrograms = false,
    };

    /// <summary>All, in the order in which hosts show them.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Bypass, Program,
        Style, Provider,
        Mode, AnswerBars, TradeBars, PhraseEnd, StartOn, Grid,
        Seed, NewTake, PreviousTake, Keep, CaptureA, CaptureB, Variation, Morph, Learn,
        Surprise, TopP, Density, Memory, LowestNote, HighestNote, Key, ScaleLock, EndOnTonic, Octave, RepeatGuard,
        Velocity, FixedVelocity, VelocityScale, Swing, Timing,
        Thru, Channel, PreviewLevel,
        Status,
    ];

    private static IReadOnlyList<string> PitchNames => [.. Enumerable.Range(0, Pitch.Count).Select(number => new Pitch((byte)number).ToString())];

    /// <summary>Where a control stands in <see cref="All"/>; -1 for an id of none.</summary>
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
