using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Music as a flat row of tokens, in the manner of REMI (Huang and Yang, Pop Music Transformer, 2020): a bar, the place of an onset in it,
/// then pitch, velocity and duration of each note there. Classes of duration and velocity are those of the <see cref="Vocabulary"/>.
/// </summary>
internal static class EventTokens
{
    /// <summary>Ends a phrase.</summary>
    public const int End = 0;

    /// <summary>Begins a bar.</summary>
    public const int Bar = 1;

    /// <summary>How many tokens there are.</summary>
    public const int Count = FirstDuration + Vocabulary.Durations;

    private const int FirstPlace = 2;
    private const int FirstPitch = FirstPlace + (4 * Ticks.PerWhole);
    private const int FirstVelocity = FirstPitch + Vocabulary.Pitches;
    private const int FirstDuration = FirstVelocity + Vocabulary.Velocities;

    /// <summary>The tokens of a phrase, the end included.</summary>
    public static IReadOnlyList<int> Encode(Phrase phrase)
    {
        var tokens = new List<int>(phrase.Count * 4);
        int bar = -1, onset = -1;
        foreach (var note in phrase)
        {
            for (; bar < note.Onset / phrase.Meter.BarTicks; bar++)
                tokens.Add(Bar);
            if (note.Onset > onset)
                tokens.Add(FirstPlace + (note.Onset % phrase.Meter.BarTicks));
            onset = note.Onset;
            tokens.Add(FirstPitch + note.Pitch.Number);
            tokens.Add(FirstVelocity + Vocabulary.VelocityClass(note.Velocity));
            tokens.Add(FirstDuration + Vocabulary.DurationClass(note.Duration));
        }
        tokens.Add(End);
        return tokens;
    }

    /// <summary>
    /// The phrase of these tokens, up to the first <see cref="End"/>. A model may write any row: a token that does not fit where it stands
    /// is passed over, and a note without duration is none.
    /// </summary>
    public static Phrase Decode(Meter meter, IEnumerable<int> tokens)
    {
        var notes = new List<Note>();
        int bar = -1, place = 0, pitch = -1, velocity = Vocabulary.Velocities / 2;
        foreach (int token in tokens)
        {
            if (token == End)
                break;
            if (token == Bar)
                (bar, place, pitch) = (bar + 1, 0, -1);
            else if (token < FirstPitch)
                (place, pitch) = (Math.Min(token - FirstPlace, meter.BarTicks - 1), -1);
            else if (token < FirstVelocity)
                pitch = token - FirstPitch;
            else if (token < FirstDuration)
                velocity = token - FirstVelocity;
            else if (pitch >= 0 && bar >= 0)
            {
                int onset = (bar * meter.BarTicks) + place;
                notes.Add(new(onset, Vocabulary.DurationTicks(token - FirstDuration), new((byte)pitch), Vocabulary.Velocity(velocity)));
                pitch = -1;
            }
        }
        return new(meter, notes);
    }
}
