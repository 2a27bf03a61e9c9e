namespace ComposerPlugin.Editor;

/// <summary>The texts of the takes and of their tools.</summary>
internal static class TakeStrings
{
    public const string Takes = "Takes";
    public const string Hint = "click to hear it again; star to keep it; drag it onto a track";
    public const string ShortHint = "drag onto a track; star to keep";
    public const string Empty = "Play a phrase: each answer is kept here as a take, to hear again, keep or drag onto a track.";
    public const string KeysHelp = "Arrows choose a take. Return plays it, K keeps it, Delete removes it; the Menu key opens the rest.";

    public const string NewTake = "New take", NewTakeHelp =
        "A new answer to the same phrase. Locked notes stay.";
    public const string Undo = "Undo", Redo = "Redo";
    public const string NothingToUndo = "Undo: there is no earlier take.", NothingToRedo = "Redo: there is no later take.";
    public const string Reroll = "Re-roll";
    public const string Pitches = "Pitches", PitchesHelp = "Other pitches for this take; its rhythm, velocities and locked notes stay.";
    public const string Rhythm = "Rhythm", RhythmHelp = "Another rhythm for this take; its locked notes stay.";
    public const string Velocities = "Velocities", VelocitiesHelp = "Other velocities for this take; its notes stay.";
    public const string Unlock = "Unlock all", UnlockHelp = "Unlocks all notes of this take.";

    public const string Compare = "Compare", Original = "Original", Changed = "Changed";
    public const string CompareHelp = "Original plays the take that this one was made from, Changed this one again.";
    public const string NothingToCompare = "Compare: this take was not made from another one.";

    public const string VaryTake = "Vary take", Near = "near", Wild = "wild";

    public const string Play = "Play again", Keep = "Keep in the project", DoNotKeep = "Do not keep";
    public const string Rename = "Rename…", Export = "Export…", ShowFolder = "Show in folder", Delete = "Delete";
    public const string RenameTitle = "Name of the take", RenameHint = "Return names it; without a name it shows its number.";
    public const string ExportTitle = "File name", ExportHint = "Return writes the MIDI file into your folder of takes.";
    public const string Earlier = "Earlier takes", Later = "Later takes";

    /// <summary>A take, by its number.</summary>
    public static string Take(int number) => $"Take {number}";

    /// <summary>What a take is, and what can be done with it.</summary>
    public static string TakeHelp(TakeItem take) =>
        $"{Take(take.Number)}: {take.Origin}, {take.Style}, seed {take.Seed}. "
        + "Click plays it, drag gives the MIDI file, right click for more.";

    /// <summary>A take for screen readers.</summary>
    public static string TakeReading(TakeItem take, int at, int count, bool isCurrent) =>
        $"{take.Name ?? Take(take.Number)}, {take.Origin}, {at} of {count}{(take.IsKept ? ", kept" : "")}{(isCurrent ? ", plays" : "")}";

    /// <summary>What undo takes back.</summary>
    public static string UndoHelp(string origin) => $"Undo: {origin}. Plays the take before it.";

    /// <summary>The same, in short.</summary>
    public static string UndoTip(string origin) => $"{Undo}: {origin}";

    /// <summary>What redo does once more.</summary>
    public static string RedoHelp(string origin) => $"Redo: {origin}. Plays the take after this one.";

    /// <summary>The same, in short.</summary>
    public static string RedoTip(string origin) => $"{Redo}: {origin}";

    /// <summary>What a die does, and that it can be learnt.</summary>
    public static string RerollTip(string what) => $"{Reroll} the {what.ToLowerInvariant()}. {ControlStrings.LearnTip}";

    /// <summary>How many takes stand beyond an end of the row.</summary>
    public static string Hidden(int count) => $"+{count}";

    /// <summary>What an end of the row does.</summary>
    public static string ScrollHelp(int count, string which) =>
        $"{count} {(count == 1 ? which[..^1] : which).ToLowerInvariant()}: "
        + "click here, turn the wheel over the takes, or use the arrow keys on one.";

    /// <summary>How far the next variation goes.</summary>
    public static string VaryTakeHelp(string value) =>
        $"Vary take, {value}: drag between near and wild. When you let go, a variation of this take plays that goes so far.";

    /// <summary>The same, in short.</summary>
    public static string VaryTakeTip(string value) => $"{ControlStrings.Variation.Title} {value}";

    /// <summary>A take was exported.</summary>
    public static string Exported(string path) => $"Take exported: {path}";

    /// <summary>A take was deleted.</summary>
    public static string Deleted(TakeItem take) => $"{take.Name ?? Take(take.Number)} is deleted.";

    /// <summary>A kept take is not deleted.</summary>
    public static string NotDeleted(TakeItem take) =>
        $"{take.Name ?? Take(take.Number)} is kept in the project: click its star first, then delete it.";

    /// <summary>A file was not written.</summary>
    public static string NotWritten(string reason) => $"The take was not written: {reason}";
}
