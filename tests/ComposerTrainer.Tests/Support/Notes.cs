using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Builds short phrases from their notes.</summary>
internal static class Notes
{
    /// <summary>A phrase in 4/4 of (onset, duration, pitch), in ticks.</summary>
    public static Phrase Of(params (int Onset, int Duration, int Pitch)[] notes) => In(Meter.Common, notes);

    public static Phrase In(Meter meter, params (int Onset, int Duration, int Pitch)[] notes) =>
        new(meter, notes.Select(note => new Note(note.Onset, note.Duration, new((byte)note.Pitch), 80)));

    /// <summary>Notes of one length, one after the other.</summary>
    public static Phrase Line(int ticks, params int[] pitches) => Of([.. pitches.Select((pitch, i) => (i * ticks, ticks, pitch))]);
}
