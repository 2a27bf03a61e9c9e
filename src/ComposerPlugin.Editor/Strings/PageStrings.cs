namespace ComposerPlugin.Editor;

/// <summary>The texts of the settings, of MIDI learn and of the first steps.</summary>
internal static class PageStrings
{
    public const string Close = "Close", CloseHelp = "Closes this page.";

    public const string Settings = "Settings", Size = "Size", Theme = "Theme", Dark = "Dark", Light = "Light", Tooltips = "Tooltips";
    public const string On = "On", Off = "Off", MidiLearn = "MIDI learn…", Routing = "Routing…", FirstSteps = "First steps…";
    public const string SizeHelp = "The size of the window, in percent; this project and new ones keep it.";
    public const string SizeTooLarge = "The window would be larger than the screen.";
    public const string ThemeHelp = "Light text on a dark ground, or dark text on a light one.";
    public const string TooltipsHelp = "Whether ranges and defaults appear beside what the pointer rests on.";
    public const string MidiLearnHelp = "Keys and controllers of your keyboard can press buttons and move controls.";
    public const string RoutingHelp = "How to hear the plugin in your host.";
    public const string FirstStepsHelp = "What to do first.";

    public const string LearnTitle = "MIDI learn", Learn = "Learn", Learning = "Play a key or move a control…", Cancel = "Cancel";
    public const string Nothing = "nothing yet", ForgetAll = "Forget all";
    public const string ForgetAllHelp = "No key and no controller presses a button or moves a control any more.";
    public const string LearnText =
        "A key or a controller of your keyboard can press these buttons. Choose Learn, then play the key or move the control. "
        + "From then on it only presses the button: it is not heard. Right click a control of the window to have a knob move it: "
        + "then it is listed here too.";

    public const string LearnHelp = "The next key or controller that you play will press this button.";
    public const string LearnControlHelp = "The next controller that you move will move this control.";
    public const string LearningControl = "Move a controller…";

    public const string FirstTitle = "Play a phrase, and it goes on", Start = "Start playing", StartHelp = "Closes this card.";

    /// <summary>What to do first.</summary>
    public static readonly (string Title, string Text)[] StepsToStart =
    [
        ("Play", "Play a few bars on your keyboard, or let the host play notes on this track. What you play is blue."),
        ("Listen", "When you stop, the plugin answers in time. Its notes are orange; those about to come are outlines."),
        ("Keep", "Every answer is a take. Star it to keep it, drag it onto a track, or press New take for another."),
    ];

    /// <summary>A size of the window, in percent.</summary>
    public static string Percent(int size) => $"{size} %";

    /// <summary>The name of the button that has a trigger or control learn.</summary>
    public static string LearnName(string learner) => $"{Learn} {learner}";
}
