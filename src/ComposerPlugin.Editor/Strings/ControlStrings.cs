namespace ComposerPlugin.Editor;

/// <summary>The texts of the controls, and of what they open.</summary>
internal static class ControlStrings
{
    public const string Controls = "Controls", Play = "Play", Notes = "Notes", Feel = "Feel", Output = "Output", Takes = "Takes";

    public const string More = "More…", MoreTitle = "More controls";
    public const string MoreHelp = "The controls that are used less often.";
    public const string Routing = "Routing…", RoutingHelp = "How to hear the plugin in this host, step by step.";

    public const string LastPhrase = "Your last phrase";
    public const string TypeValue = "Type a value…", CopyValue = "Copy value";
    public const string LearnTip = "Right click: MIDI learn", Learn = "MIDI learn";
    public const string LearnController = "Learn a MIDI controller…", Forget = "Forget this mapping";

    public const string StopLearning = "Stop MIDI learn", Learning = "Waiting…";
    public const string AllNotes = "All notes", KeyAndScaleRange = "D minor, E♭ blues, all notes";
    public const string Pentatonic = "pentatonic", Penta = "penta";

    public static readonly ControlLabel AnswerBars = new("Answer length", "How long answers are: 1 to 16 bars.");

    public static readonly ControlLabel TradeBars = new(
        "Turn length", "How long your turn is in Trade mode, and then the plugin's: 1, 2, 4 or 8 bars.");

    public static readonly ControlLabel PhraseEnd = new(
        "Phrase end", "The rest that ends your phrase, in quarter notes. Automatic follows your rhythm.");

    public static readonly ControlLabel StartOn = new(
        "Starts on", "Where an answer starts after your phrase: the next grid line, beat or bar line. Counts in Continue mode.");

    public static readonly ControlLabel Grid = new("Grid", "The shortest note values that are heard and answered.");

    public static readonly ControlLabel Surprise = new(
        "Surprise", "How daring the notes are: 0 % always takes the likeliest note, 100 % is the style's own way, 200 % is wild.");

    public static readonly ControlLabel Density = new(
        "Density", "Fewer or more notes than the style plays: -100 % is sparse, 0 % is as the style, +100 % is dense.");

    public static readonly ControlLabel Memory = new(
        "Memory", "How strongly answers take up your motifs: 0 % is as the style learned it, -100 % hardly, +100 % often.");

    public static readonly ControlLabel Form = new(
        "Form", "How closely answers keep to your phrase: freely, as tunes of the style do, in the same rhythm, or almost as it was.");

    public static readonly ControlLabel TopP = new(
        "Rare notes", "How much of what is unlikely may come (top-p): 100 % allows every note, lower values leave out the rarest.");

    public static readonly ControlLabel Variation = new(
        "Variation", "How far the mode Vary goes from your phrase, and Vary take from a take: 0 % leaves all as it was, 100 % goes far.");

    public static readonly ControlLabel KeyAndScale = new(
        "Key and scale", "Answers play notes of this scale only. Type one, as \"D minor\", or click the keys below for the tonic.");

    public static readonly ControlLabel Key = new(
        "Tonic", "The tonic of the scale: click a key. Bright keys are in the scale, the dot marks the tonic.");

    public static readonly ControlLabel Swing = new(
        "Swing", "How much of a pair of grid notes the first one lasts: 50 % is straight, 66.7 % is triplet swing, 75 % is hard.");

    public static readonly ControlLabel VelocityScale = new(
        "Velocity", "How hard answers are played: 100 % leaves their velocities as they are, 200 % doubles them.");

    public static readonly ControlLabel Channel = new(
        "Channel", "The MIDI channel of answers: the one that you play on, or 1 to 16.");

    public static readonly ControlLabel PreviewLevel = new(
        "Hear it", "The level of the built-in tone, in dB, to hear answers without an instrument. All the way left is off.");

    public static readonly ControlLabel Program = new(
        "Program", "Sets the style and the controls of playing, notes and feel at once.");

    public static readonly ControlLabel Provider = new(
        "Runs on", "What computes the notes: the CPU, or CUDA on a graphics card. The status line shows which one runs.");

    public static readonly ControlLabel RepeatGuard = new(
        "Avoid repeats", "Repeat guard: keeps answers from playing a note or a figure again and again: Off, Normal or Strong.");

    public static readonly ControlLabel EndOnTonic = new("End on tonic", "The last note of every answer is the tonic.");

    public static readonly ControlLabel Octave = new("Octave", "Moves answers by -3 to +3 octaves, inside the range of notes.");

    public static readonly ControlLabel LowestNote = new("Lowest note", "No note of an answer is lower.");

    public static readonly ControlLabel HighestNote = new("Highest note", "No note of an answer is higher.");

    public static readonly ControlLabel Velocity = new(
        "Velocity from", "Where velocities come from: your own playing, the style, or one fixed velocity.");

    public static readonly ControlLabel FixedVelocity = new(
        "Fixed velocity", "The velocity of all notes, 1 to 127. Counts where Velocity from is Fixed.");

    public static readonly ControlLabel FollowPhrase = new(
        "Follow phrase", "Grid and swing are found from your phrase, and one that fills its bars is answered on the next bar line.");

    public static readonly ControlLabel Timing = new("Timing", "Where the feel comes from: the Swing control, or your last notes.");

    public static readonly ControlLabel Thru = new("MIDI thru", "Your own notes go on to the instrument. Off: only answers do.");

    public static readonly ControlLabel Morph = new(
        "Morph A–B", "In Vary mode, where answers lie between the captured phrases A and B: 0 % is A, 100 % is B.");

    public static readonly ControlLabel CaptureA = new(
        "Capture A", "Captures your last phrase as A, for Vary. The same phrase once more clears A.");

    public static readonly ControlLabel CaptureB = new(
        "Capture B", "Captures your last phrase as B, for Vary. The same phrase once more clears B.");

    public static readonly ControlLabel Seed = new(
        "Seed", "The number that chance starts from: the same number gives the same answers, another one gives others.");

    public static readonly ControlLabel AutoApply = new(
        "Hear changes", "Auto apply: a changed control is heard at once, the same phrase is answered again with it.");

    public static readonly ControlLabel Bypass = new("Bypass", "Notes only pass through: the plugin plays nothing.");

    /// <summary>The entry of a menu that sets the default.</summary>
    public static string Default(string value) => $"Default: {value}";

    /// <summary>The entry that opens the menu of the host.</summary>
    public static string HostMenu(string host) => host.Length == 0 ? "The host's own menu…" : $"{host}'s own menu…";

    /// <summary>The host has no menu.</summary>
    public static string NoHostMenu(string host) => $"{(host.Length == 0 ? "The host" : host)} has no menu of its own for this control.";

    /// <summary>The entry of a menu that has a trigger or a control learn.</summary>
    public static string LearnOf(IMidiLearn learn, int learner) => learner < learn.TriggerCount ? Learn : LearnController;

    /// <summary>A trigger or a control learns.</summary>
    public static string ToLearn(IMidiLearn learn, int learner) => learner < learn.TriggerCount
        ? $"Play a note or move a controller: it will fire {learn.Learners[learner].Title}."
        : $"Move a MIDI controller: it will move {learn.Learners[learner].Title}.";

    /// <summary>What can be typed.</summary>
    public static string Range(string lowest, string highest) => $"{lowest} to {highest}";

    /// <summary>The values of a control, and the one of a new instance.</summary>
    public static string RangeAndDefault(string range, string value) => $"{range}, default {value}";

    /// <summary>A typed text is no value.</summary>
    public static string NoValue(string range) => $"Try {range}";
}
