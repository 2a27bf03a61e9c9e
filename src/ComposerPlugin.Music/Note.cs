namespace ComposerPlugin.Music;

/// <summary>One note. A note tied over a bar line is one note.</summary>
/// <param name="Onset">The onset in ticks. The owner defines tick 0; in a <see cref="Phrase"/> it is a bar line.</param>
/// <param name="Duration">The duration in ticks, at least 1.</param>
/// <param name="Pitch">The pitch.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
public readonly record struct Note(int Onset, int Duration, Pitch Pitch, byte Velocity) : IComparable<Note>
{
    /// <summary>The tick at which the note ends, exclusive.</summary>
    public int End => Onset + Duration;

    /// <summary>Orders notes by onset, then pitch, then duration, then velocity, each ascending.</summary>
    public int CompareTo(Note other) =>
        (Onset, Pitch.Number, Duration, Velocity).CompareTo((other.Onset, other.Pitch.Number, other.Duration, other.Velocity));

    /// <summary>Whether the left note comes before the right one.</summary>
    public static bool operator <(Note left, Note right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left note comes after the right one.</summary>
    public static bool operator >(Note left, Note right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left note comes before the right one or equals it.</summary>
    public static bool operator <=(Note left, Note right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left note comes after the right one or equals it.</summary>
    public static bool operator >=(Note left, Note right) => left.CompareTo(right) >= 0;
}
