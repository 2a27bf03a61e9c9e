using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.WindowsTests;

/// <summary>A phrase of eight notes, rendered offline with its answer.</summary>
internal static class Answer
{
    public const int Phrase = 8;

    /// <summary>Plays it.</summary>
    /// <returns>The number of notes that came out, those of the phrase too.</returns>
    public static int Play(HostedPlugin plugin)
    {
        var timeline = new Timeline();
        for (int note = 0; note < Phrase; note++)
            timeline.Note(note * 0.5, 0.45, 62 + (note * 5 % 12));
        using var session = new HostSession(
            plugin, new(SongMap.Constant(120), 48000), timeline, new() { Mode = ProcessMode.Offline });
        session.RunUntilPlayed(28);
        return session.Recording.Notes().Count;
    }
}
