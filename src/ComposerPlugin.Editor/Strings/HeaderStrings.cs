namespace ComposerPlugin.Editor;

/// <summary>The texts of the header.</summary>
internal static class HeaderStrings
{
    public const string Product = "Composer", Style = "Style", Mode = "Mode", Settings = "Settings", State = "State";

    public const string StyleHelp =
        "The style that answers. Click: search, read and choose. Wheel or arrows: the next one. Drop a style's folder here to add it.";

    public const string SettingsHelp = "Size, theme, tooltips, MIDI learn, routing, first steps.";
    public const string StateHelp = "What the plugin is doing: orange while it plays, a blue ring while it waits for you.";
    public const string NoticeHelp = "Click to see how to connect the plugin in this host.";

    public const string Loading = "Loading the style", Bypassed = "Bypassed", Listening = "Listening";
    public const string PlaySomething = "Play a phrase", PressPlayOrPlay = "Press play or play a phrase", PressPlay = "Press play";
    public const string YourTurn = "Your turn", HoldNothing = "No take to hold yet";
    public const string NoMidi = "No MIDI arrives: see Routing", NoOutput = "No notes get out: see Routing";

    /// <summary>What each mode does, in the order of <see cref="Engine.PlayMode"/>.</summary>
    public static readonly string[] ModeHelp =
    [
        "Continue: when your phrase ends, it goes on.",
        "Trade: you and the plugin take turns, on the host's bars.",
        "Generate: it plays on its own from the next bar line.",
        "Vary: your last phrase comes back changed.",
        "Hold: the last take plays again and again.",
    ];

    /// <summary>An answer that sounds.</summary>
    public static string Answering(long bar, long bars) => bars == 1 ? "Answering" : $"Answering, bar {bar} of {bars}";

    /// <summary>An answer that is asked for, by the bars until it starts.</summary>
    public static string AnswerComes(long bars) =>
        bars <= 0 ? "The answer comes" : $"The answer comes in {bars} {(bars == 1 ? "bar" : "bars")}";
}
