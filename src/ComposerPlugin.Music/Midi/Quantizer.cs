namespace ComposerPlugin.Music;

/// <summary>Quantizes the notes of a MIDI file to ticks.</summary>
public static class Quantizer
{
    /// <summary>
    /// Rounds onsets and ends to the nearest tick, and durations and velocities to the nearest class of the <see cref="Vocabulary"/>.
    /// </summary>
    /// <param name="notes">The notes; times in ticks from a bar line.</param>
    /// <param name="meter">The meter.</param>
    public static Phrase Quantize(IEnumerable<MidiNote> notes, Meter meter) => new(meter, notes.Select(note =>
    {
        long onset = Math.Max(Ticks.Nearest(note.Onset), 0);
        int duration = (int)Math.Clamp(Ticks.Nearest(note.End) - onset, 1, Vocabulary.LongestTicks);
        return Vocabulary.Nearest(new((int)onset, duration, note.Pitch, note.Velocity));
    }));
}
