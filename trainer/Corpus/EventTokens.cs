using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Music as a sequence of tokens, after REMI (Huang and Yang, Pop Music Transformer, 2020): a bar, an onset's position in the bar, then
/// pitch, velocity and duration of each note at that onset. Duration and velocity classes are those of the <see cref="Vocabulary"/>.
/// </summary>
internal static class EventTokens
{
    /// <summary>Ends a phrase.</summary>
    public const int End = 0;

    /// <summary>Begins a bar.</summary>
    public const int Bar = 1;

    /// <summary>The number of tokens.</summary>
    public const int Count = FirstDuration + Vocabulary.Durations;

    private const int FirstPosition = 2;
    private const int FirstPitch = FirstPosition + (4 * Ticks.PerWhole);
    private const int FirstVelocity = FirstPitch + Vocabulary.Pitches;
    private const int FirstDuration = FirstVelocity + Vocabulary.Velocities;

    /// <summary>Encodes a phrase; the last token is <see cref="End"/>.</summary>
    public static IReadOnlyList<int> Encode(Phrase phrase)
    {
        var tokens = new List<int>(phrase.Count * 4);
        int bar = -1, onset = -1;
        foreach (var note in phrase)
        {
            for (; bar < note.Onset / phrase.Meter.BarTicks; bar++)
                tokens.Add(Bar);
            if (note.Onset > onset)
                tokens.Add(FirstPosition + (note.Onset % phrase.Meter.BarTicks));
            onset = note.Onset;
            tokens.Add(FirstPitch + note.Pitch.Number);
            tokens.Add(FirstVelocity + Vocabulary.VelocityClass(note.Velocity));
            tokens.Add(FirstDuration + Vocabulary.DurationClass(note.Duration));
        }
        tokens.Add(End);
        return tokens;
    }

    /// <summary>
    /// Decodes tokens up to the first <see cref="End"/>. Any sequence is accepted: a token out of order is ignored, and a note without a
    /// duration is left out.
    /// </summary>
    public static Phrase Decode(Meter meter, IEnumerable<int> tokens)
    {
        var notes = new List<Note>();
        int bar = -1, position = 0, pitch = -1, velocity = Vocabulary.Velocities / 2;
        foreach (int token in tokens)
        {
            if (token == End)
                break;
            if (token == Bar)
                (bar, position, pitch) = (bar + 1, 0, -1);
            else if (token < FirstPitch)
                (position, pitch) = (Math.Min(token - FirstPosition, meter.BarTicks - 1), -1);
            else if (token < FirstVelocity)
                pitch = token - FirstPitch;
            else if (token < FirstDuration)
                velocity = token - FirstVelocity;
            else if (pitch >= 0 && bar >= 0)
            {
                int onset = (bar * meter.BarTicks) + position;
                notes.Add(new(onset, Vocabulary.DurationTicks(token - FirstDuration), new((byte)pitch), Vocabulary.Velocity(velocity)));
                pitch = -1;
            }
        }
        return new(meter, notes);
    }
}
