namespace ComposerPlugin.Music;

/// <summary>One note. A note tied over a bar line is one note.</summary>
/// <param name="Onset">Where it begins, in ticks; what tick 0 is, its owner says (in a <see cref="Phrase"/>: a bar line).</param>
/// <param name="Duration">How long it sounds, in ticks, at least 1.</param>
/// <param name="Pitch">Its pitch.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
public readonly record struct Note(int Onset, int Duration, Pitch Pitch, byte Velocity) : IComparable<Note>
{
    /// <summary>The tick at which it has ended.</summary>
    public int End => Onset + Duration;

    /// <summary>The order of music: by onset, then from the lowest pitch up, then shorter first, then softer first.</summary>
    public int CompareTo(Note other) =>
        (Onset, Pitch.Number, Duration, Velocity).CompareTo((other.Onset, other.Pitch.Number, other.Duration, other.Velocity));

    /// <summary>Whether the left note comes first.</summary>
    public static bool operator <(Note left, Note right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left note comes last.</summary>
    public static bool operator >(Note left, Note right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left note does not come last.</summary>
    public static bool operator <=(Note left, Note right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left note does not come first.</summary>
    public static bool operator >=(Note left, Note right) => left.CompareTo(right) >= 0;
}
