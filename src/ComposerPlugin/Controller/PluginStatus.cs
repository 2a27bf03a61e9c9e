using System.Globalization;
using ComposerPlugin.Engine;
using ComposerPlugin.Composing;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The status of an instance for the user.</summary>
/// <param name="Level">The level.</param>
/// <param name="Text">The message, one sentence of at most 127 characters unless an error does not fit.</param>
public readonly record struct PluginStatus(StatusLevel Level, string Text)
{
    /// <summary>[any] Creates the status of an instance.</summary>
    /// <param name="composer">The instance's worker.</param>
    /// <param name="counters">The instance's counters.</param>
    /// <param name="mode">The play mode.</param>
    /// <param name="project">What is to be said of the project.</param>
    public static PluginStatus Create(ComposerWorker composer, Counters counters, PlayMode mode, ProjectNotice project)
    {
        var style = composer.Status;
        bool changed = project.HasStyleChanged;
        if (project.Error is not null)
            return new(StatusLevel.Error, Short(project.Error));
        if (style.Error is not null)
            return new(StatusLevel.Error, IsAlone ? Alone : Short(style.Error));
        if (composer.Error is { } error)
            return new(StatusLevel.Error, Short(error));
        if (style.State != StyleState.Ready)
            return new(StatusLevel.Loading, "Loading the style.");
        string notice = Notice(composer, mode), provider = Provider(style);
        string hold = Hold(counters.Hold), folder = StylePaths.Catalog.Problem is { } problem ? $"; {problem}" : "";
        bool isPlain = hold.Length + notice.Length + provider.Length + folder.Length == 0 && !changed;
        string text = Fitting(
            $"{style.Style!.Name} is ready", hold, notice, provider, changed ? Changed : "", folder, isPlain ? FirstNote(composer) : "",
            Late(style, counters), WorkerThread.Error is { } caught ? $"; an error was caught ({caught})" : "");
        return new(StatusLevel.Ready, text);
    }

    // A library that was copied out of its bundle has neither presets nor ONNX Runtime. Tests have no library.
    private static bool IsAlone => ModulePath.Library is not null && !Directory.Exists(StylePaths.Presets);

    private const string Alone =
        "The presets and ONNX Runtime are not beside this file: copy the whole folder ComposerPlugin.vst3, not a file of it.";

    // Additions are in order of priority; those that exceed the length that hosts show are omitted.
    private static string Fitting(string sentence, params ReadOnlySpan<string> additions)
    {
        foreach (string addition in additions)
        {
            if (sentence.Length + addition.Length + 1 < Utf16Text128.Capacity)
                sentence += addition;
        }
        return sentence + ".";
    }

    // Shortens "error: hint." to the length that hosts show: removes the folders of styles and bundle, then text in brackets, then the
    // end of the error, so that the hint remains.
    private static string Short(string sentence)
    {
        string text = sentence
            .Replace(StylePaths.Presets, "presets", StringComparison.Ordinal)
            .Replace(StylePaths.UserStyles ?? "\0", "styles", StringComparison.Ordinal)
            .Replace(ModulePath.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        int open = text.IndexOf(" (", StringComparison.Ordinal), close = text.LastIndexOf(')');
        if (text.Length >= Utf16Text128.Capacity && open >= 0 && close > open)
            text = text.Remove(open, close + 1 - open);
        int hint = text.LastIndexOf(": ", StringComparison.Ordinal), excess = text.Length + 2 - Utf16Text128.Capacity;
        return excess <= 1 || hint <= excess ? text : text.Remove(hint - excess, excess).Insert(hint - excess, "…");
    }

    private const string Changed = "; changed since the project was saved, so takes may differ";

    private static string Provider(StyleStatus style) => style.Provider?.ToString() is { Length: > 0 } notice ? $", {notice}" : "";

    private static string FirstNote(ComposerWorker composer) => composer.FirstNoteTime == TimeSpan.Zero
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture, $"; the last answer's first note took {composer.FirstNoteTime.TotalMilliseconds:0.0} ms");

    private static string Notice(ComposerWorker composer, PlayMode mode) =>
        mode == PlayMode.Hold && composer.FirstNoteTime == TimeSpan.Zero ? "; there is no take to hold yet, play in another mode first"
        : composer.Notice is { } notice ? $"; {notice}" : "";

    private static string Hold(int hold) => hold switch
    {
        Counters.NoHold => "",
        Counters.PedalHolds => "; the answer waits until you release the pedal",
        _ => $"; the answer waits until you release {new Pitch((byte)hold)}",
    };

    private static string Late(StyleStatus style, Counters counters) =>
        (style.LateChanges == 0 ? "" : $"; {Counted(style.LateChanges, "style change")} came too late")
        + (counters.LateNotes == 0 ? "" : $"; {Counted(counters.LateNotes, "note")} came too late")
        + (counters.MissedAnswers == 0 ? "" : $"; {Counted(counters.MissedAnswers, "answer")} took too long for the render")
        + Dropped(counters.DroppedRequests + counters.DroppedEvents);

    private static string Dropped(long count) => count == 0 ? "" : $"; dropped {Counted(count, "event")}";

    private static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
