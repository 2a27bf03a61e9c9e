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
    public const string BitsUnit = "bits";
    public const string BitsHelp =
        "Surprise of each note, in bits: one bit more is half as likely in this style. Low: expected. High: unexpected.";

    /// <summary>The surprise of a note.</summary>
    public static string BitsOfNote(float bits, string note) => float.IsPositiveInfinity(bits)
        ? $"{note}: never in this style" : string.Create(CultureInfo.InvariantCulture, $"{note}: {bits:0.0} bits");

    /// <summary>The note that keys have chosen.</summary>
    public static string Note(int number, int count, string name, float bits, bool isLocked)
    {
        string surprise = float.IsFinite(bits) ? string.Create(CultureInfo.InvariantCulture, $", {bits:0.0} bits") : "";
        return $"Note {number} of {count}, {name}{surprise}{(isLocked ? ", locked" : "")}";
    }
}
