using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>The key of a phrase in words.</summary>
internal static class KeyName
{
    private static readonly string[] _major = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
    private static readonly string[] _minor = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"];

    /// <summary>"D major"; null for too few notes.</summary>
    public static string? Of(IEnumerable<MidiNote> notes)
    {
        var tracker = new KeyTracker();
        foreach (var note in notes)
            tracker.Hear(note.Pitch.Number, (int)Math.Round(note.Duration));
        return tracker.Key switch
        {
            0 => null,
            <= 12 => $"{_major[KeyTracker.TonicOf(tracker.Key)]} major",
            _ => $"{_minor[KeyTracker.TonicOf(tracker.Key)]} minor",
        };
    }
}
