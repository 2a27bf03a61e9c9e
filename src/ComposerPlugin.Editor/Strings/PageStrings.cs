namespace ComposerPlugin.Editor;

/// <summary>The texts of the pages.</summary>
internal static class PageStrings
{
    public const string Close = "Close", CloseHelp = "Closes this page.";

    public const string Styles = "Styles", Search = "Search styles", Presets = "Came with the plugin", Own = "Your own", Favourites = "Favourites";
    public const string Use = "Use this style", InUse = "In use", ShowFolder = "Show folder", Favourite = "Favourite";
    public const string NoStyle = "No style has this name.", DropHint = "Drop a style's folder on the window to add it.";
    public const string By = "By", DataLicence = "Training data";

    public const string Settings = "Settings", Size = "Size", Theme = "Theme", Dark = "Dark", Light = "Light", Tooltips = "Tooltips";
    public const string On = "On", Off = "Off", MidiLearn = "MIDI learn…", Routing = "Routing…", FirstSteps = "First steps…";

    public const string LearnTitle = "MIDI learn", Learn = "Learn", Learning = "Play a key or move a control…", Cancel = "Cancel", Nothing = "nothing yet";
    public const string LearnText =
        "A key or a controller of your keyboard can press these buttons. Choose Learn, then play the key or move the control. "
        + "It no longer sounds then: it only presses the button.";

    public const string ForgetAll = "Forget all";

    public const string RoutingTitle = "Routing: how to hear it", OtherHosts = "Other hosts";
    public const string NoMidi = "No MIDI arrives here yet: play a key, and check that the track is armed.";
    public const string NoOutput = "The host does not take the notes that the plugin plays: route its MIDI to an instrument.";
    public const string MidiArrives = "MIDI arrives.", OutputTaken = "The host takes the plugin's notes.";
    public const string HearHint = "To try it at once: turn up \"Hear it\", the plugin's own preview tone.";

    public const string FirstTitle = "Play a phrase, and it goes on", Start = "Start playing";

    /// <summary>What to do first.</summary>
    public static readonly (string Title, string Text)[] StepsToStart =
    [
        ("1  Play", "Play a few bars on your keyboard, or press play with notes on the track. Blue is what you play."),
        ("2  Listen", "When you stop, the plugin answers in time and in style. Orange sounds, outlines are about to come."),
        ("3  Keep", "Every answer is a take. Star one to keep it, drag it onto a track, or press New take for another."),
    ];
}
