namespace ComposerPlugin.Editor.Tests;

/// <summary>The parameters of the plugin, as a new instance has them.</summary>
internal static class FakeControls
{
    private static readonly string[] Pitches =
        [.. Enumerable.Range(0, 128).Select(number => new Music.Pitch((byte)number).ToString())];

    public static ControlSet Make() => new()
    {
        Bypass = Switch("Bypass", 0),
        Program = new FakeControl("Program", 0, "Irish & Scots session", "Bach soprano", "Early jazz"),
        Style = new FakeControl("Style", 0, [.. Enumerable.Range(0, 128).Select(slot => $"Style {slot + 1}")]),
        Provider = new FakeControl("Execution provider", 0, "Automatic", "CPU", "CUDA"),
        Mode = new FakeControl("Mode", 0, "Continue", "Trade", "Generate", "Vary", "Hold"),
        AnswerBars = new FakeControl("Answer length", 1, 16, 4, "bars", 15),
        TradeBars = new FakeControl("Turn length", 2, "1 bar", "2 bars", "4 bars", "8 bars"),
        PhraseEnd = new FakeControl("Phrase end after a rest of", 0, 8, 0, "quarters", 32) { LowestName = "Automatic" },
        StartOn = new FakeControl("Answer starts on", 1, "Grid line", "Beat", "Bar line"),
        Grid = new FakeControl("Grid", 3, "1/4", "1/8", "1/8 triplet", "1/16", "1/16 + triplets", "1/16 triplet", "1/32"),
        Seed = new FakeControl("Seed", 0, 9999, 1, "", 9999),
        NewTake = Switch("New take", 0),
        PreviousTake = Switch("Previous take", 0),
        NextTake = Switch("Next take", 0),
        Keep = Switch("Keep take", 0),
        RerollPitches = Switch("Re-roll pitches", 0),
        RerollRhythm = Switch("Re-roll rhythm", 0),
        RerollVelocities = Switch("Re-roll velocities", 0),
        VaryTake = Switch("Vary take", 0),
        AutoApply = Switch("Auto apply", 0),
        CaptureA = Switch("Capture A", 0),
        CaptureB = Switch("Capture B", 0),
        Variation = new FakeControl("Variation", 0, 100, 50, "%"),
        Morph = new FakeControl("Morph A to B", 0, 100, 0, "%"),
        Surprise = new FakeControl("Surprise (temperature)", 0, 2, 1),
        TopP = new FakeControl("Rare notes (top-p)", 0.05, 1, 0.95),
        Density = new FakeControl("Density", -100, 100, 0, "%"),
        Memory = new FakeControl("Memory", -100, 100, 0, "%"),
        Form = new FakeControl("Form", 1, "Free", "As style", "Rhythm", "Phrase"),
        LowestNote = new FakeControl("Lowest note", 0, Pitches),
        HighestNote = new FakeControl("Highest note", 127, Pitches),
        Key = new FakeControl("Key", 0, "C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"),
        Scale = new FakeControl("Scale", 0, [.. Music.Scale.Named.Select(scale => scale.Name)]),
        EndOnTonic = Switch("End on tonic", 0),
        Octave = new FakeControl("Octave", -3, 3, 0, "octaves", 6),
        RepeatGuard = new FakeControl("Repeat guard", 1, "Off", "Normal", "Strong"),
        Velocity = new FakeControl("Velocity", 0, "As the player", "As the style", "Fixed"),
        FixedVelocity = new FakeControl("Fixed velocity", 1, 127, 96, "", 126),
        VelocityScale = new FakeControl("Velocity scale", 0, 200, 100, "%"),
        Swing = new FakeControl("Swing", 50, 75, 50, "%"),
        Timing = new FakeControl("Timing", 0, "Swing control", "As the player"),
        FollowPhrase = Switch("Follow phrase", 1),
        Thru = Switch("Thru", 1),
        Channel = new FakeControl("Output channel", 0, ["As played", .. Enumerable.Range(1, 16).Select(number => $"{number}")]),
        PreviewLevel = new FakeControl("Preview level", -60, 0, -12, "dB") { LowestName = "Off" },
    };

    private static FakeControl Switch(string title, int value) => new(title, value, "Off", "On");
}
