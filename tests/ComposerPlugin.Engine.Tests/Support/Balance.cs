using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>Every note-on gets its note-off, in the order of time.</summary>
internal static class Balance
{
    public static void Check(EngineStage performance, string because = "", bool allEnded = false)
    {
        var sounding = new HashSet<Pitch>();
        foreach (var (frame, note) in performance.Played)
            Assert.True(note.IsOn ? sounding.Add(note.Pitch) : sounding.Remove(note.Pitch), $"{because}: {note} at {frame}");
        Assert.True(!allEnded || sounding.Count == 0, $"{because}: {string.Join(' ', sounding)} still sound");
        Assert.True(performance.Played.Select(played => played.Frame)
            .SequenceEqual(performance.Played.Select(played => played.Frame).Order()), because);
    }
}
