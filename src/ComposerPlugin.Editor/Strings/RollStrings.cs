using System.Globalization;

namespace ComposerPlugin.Editor;

/// <summary>The texts of the roll and of the strip of surprise.</summary>
internal static class RollStrings
{
    public const string Name = "Piano roll";
    public const string Follow = "Follow";
    public const string FollowHelp = "Shows the bars that play now again, and turns the page with them.";
    public const string Help =
        "Blue: you. Orange: the answer; outlines come next. Click a note to lock it. Wheel scrolls, Ctrl+wheel zooms, double-click fits.";
    public const string NoteHelp = "Click locks this note: a new take keeps it and composes the rest. Shift+drag locks many.";
    public const string LockedHelp = "This note is locked: a new take keeps it. Click unlocks it.";
    public const string BarHelp = "Click locks the notes of the bar: a new take keeps them. Click again to unlock them.";
    public const string KeysHelp =
        "Arrows choose a note of the take, Return locks it, Shift+Return its bar. Page keys scroll, + and - zoom.";
    public const string NothingToLock = "Nothing to lock here: locks are for notes of the current take.";
    public const string OtherTake = "This note is of another take: play that take again to lock its notes.";
    public const string BitsName = "Surprise of each note";
    public const string Surprise = "Surprise";
    public const string BitsHelp =
        "Surprise of each note: low is expected in this style, high unexpected. 1 more (a bit) is half as likely.";

    /// <summary>The surprise of a note.</summary>
    public static string BitsOfNote(float bits, string note) => float.IsPositiveInfinity(bits)
        ? $"{note}: never in this style" : $"{note}: {SurpriseOf(bits)}";

    /// <summary>The note that keys have chosen.</summary>
    public static string Note(int number, int count, string name, float bits, bool isLocked)
    {
        string surprise = float.IsFinite(bits) ? $", {SurpriseOf(bits)}" : "";
        return $"Note {number} of {count}, {name}{surprise}{(isLocked ? ", locked" : "")}";
    }

    // A note of n bits comes once in 2^n times.
    private static string SurpriseOf(float bits)
    {
        double times = Math.Pow(2, bits), grain = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(times)) - 1));
        string chance = times < 1.5
            ? "expected" : string.Create(CultureInfo.InvariantCulture, $"1 in {Math.Round(times / grain) * grain:#,0}");
        return string.Create(CultureInfo.InvariantCulture, $"surprise {bits:0.0} ({chance})");
    }
}
