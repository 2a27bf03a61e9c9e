namespace ComposerPlugin.Music;

/// <summary>Puts the notes of a MIDI file on ticks.</summary>
public static class Quantizer
{
    /// <summary>The phrase of these notes: onsets and ends at their nearest ticks, durations and velocities at the nearest classes of the <see cref="Vocabulary"/>.</summary>
    /// <param name="notes">Their times count from a bar line.</param>
    /// <param name="meter">The meter.</param>
    public static Phrase Quantize(IEnumerable<MidiNote> notes, Meter meter) => new(meter, notes.Select(note =>
    {
        long onset = Math.Max(Ticks.Nearest(note.Onset), 0);
        int duration = (int)Math.Clamp(Ticks.Nearest(note.End) - onset, 1, Vocabulary.LongestTicks);
        return Vocabulary.Nearest(new((int)onset, duration, note.Pitch, note.Velocity));
    }));
}
