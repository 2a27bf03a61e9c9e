using System.Globalization;

namespace ComposerPlugin.Editor;

/// <summary>The texts of the status line.</summary>
internal static class StatusStrings
{
    public const string Status = "Status", Separator = "   ·   ";

    /// <summary>What runs, with what, and how fast.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="provider">The execution provider that runs; empty if none does.</param>
    /// <param name="tenths">The time for a note, in tenths of a millisecond; 0 if it is not known.</param>
    public static string Facts(string seed, string provider, long tenths)
    {
        string time = tenths == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {tenths / 10.0:0.0} ms a note");
        return provider.Length == 0 ? $"dice number {seed}" : $"dice number {seed}{Separator}{provider}{time}";
    }

    /// <summary>What went wrong while playing; empty if nothing did.</summary>
    public static string Losses(long late, long dropped)
    {
        string notes = late == 0 ? "" : late == 1 ? "1 note late" : string.Create(CultureInfo.InvariantCulture, $"{late:#,0} notes late");
        string events = dropped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{dropped:#,0} dropped");
        return notes.Length > 0 && events.Length > 0 ? notes + Separator + events : notes + events;
    }
}
