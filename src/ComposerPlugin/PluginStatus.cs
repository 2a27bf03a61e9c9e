using System.Globalization;
using ComposerPlugin.Engine;
using ComposerPlugin.Composing;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>What an instance has to say to the musician, as level and sentence.</summary>
/// <param name="Level">How it stands.</param>
/// <param name="Text">The sentence.</param>
public readonly record struct PluginStatus(StatusLevel Level, string Text)
{
    /// <summary>[any] The sentence for a composer and its counters.</summary>
    /// <param name="composer">The composer.</param>
    /// <param name="counters">What was counted.</param>
    /// <param name="mode">The mode that is set.</param>
    /// <param name="changed">Whether the style is not as it was when the project was saved.</param>
    public static PluginStatus Of(ComposerWorker composer, Counters counters, PlayMode mode, bool changed)
    {
        var style = composer.Status;
        if (style.Error is not null)
            return new(StatusLevel.Trouble, Short(style.Error));
        if (composer.Error is { } fault)
            return new(StatusLevel.Trouble, Short(fault));
        if (style.State != StyleState.Ready)
            return new(StatusLevel.Loading, "Loading the style.");
        string remark = Remark(composer, mode), provider = On(style);
        string time = remark.Length + provider.Length == 0 && !changed ? FirstNote(composer) : "";
        return new(StatusLevel.Ready, Fitting($"{style.Style!.Name} is ready", remark, provider, changed ? Changed : "", time, Late(style, counters)));
    }

    // The most urgent comes first; what a host has no room for is left out whole.
    private static string Fitting(string sentence, params ReadOnlySpan<string> additions)
    {
        foreach (string addition in additions)
        {
            if (sentence.Length + addition.Length + 1 < Utf16Text128.Capacity)
                sentence += addition;
        }
        return sentence + ".";
    }

    // A host shows so many characters: the bundle's path is left out, then what stands in brackets, then as much of what is wrong as it takes, so
    // that what to do is still read.
    private static string Short(string sentence)
    {
        string text = sentence
            .Replace(StylePaths.Presets, "presets", StringComparison.Ordinal)
            .Replace(StylePaths.Own, "styles", StringComparison.Ordinal)
            .Replace(ModulePath.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        int open = text.IndexOf(" (", StringComparison.Ordinal), close = text.LastIndexOf(')');
        if (text.Length >= Utf16Text128.Capacity && open >= 0 && close > open)
            text = text.Remove(open, close + 1 - open);
        int remedy = text.LastIndexOf(": ", StringComparison.Ordinal), tooMany = text.Length + 2 - Utf16Text128.Capacity;
        return tooMany <= 1 || remedy <= tooMany ? text : text.Remove(remedy - tooMany, tooMany).Insert(remedy - tooMany, "…");
    }

    private const string Changed = "; changed since the project was saved, so takes may differ";

    private static string On(StyleStatus style) => style.Provider?.ToString() is { Length: > 0 } told ? $", {told}" : "";

    private static string FirstNote(ComposerWorker composer) => composer.FirstNoteTime == TimeSpan.Zero
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; the last answer's first note took {composer.FirstNoteTime.TotalMilliseconds:0.0} ms");

    private static string Remark(ComposerWorker composer, PlayMode mode) =>
        mode == PlayMode.Hold && composer.FirstNoteTime == TimeSpan.Zero ? "; there is no take to hold yet, play in another mode first"
        : composer.Notice is { } remark ? $"; {remark}" : "";

    private static string Late(StyleStatus style, Counters counters) =>
        (style.LateChanges == 0 ? "" : $"; {Counted(style.LateChanges, "style change")} came too late")
        + (counters.LateNotes == 0 ? "" : $"; {Counted(counters.LateNotes, "note")} came too late")
        + (counters.DroppedRequests + counters.DroppedEvents == 0 ? "" : $"; no room for {Counted(counters.DroppedRequests + counters.DroppedEvents, "event")}");

    private static string Counted(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
