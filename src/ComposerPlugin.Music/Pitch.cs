namespace ComposerPlugin.Music;

/// <summary>A pitch as a MIDI note number; 60 is middle C, written C4.</summary>
/// <param name="Number">The MIDI note number, 0 to 127.</param>
public readonly record struct Pitch(byte Number) : IComparable<Pitch>
{
    /// <summary>The number of MIDI pitches.</summary>
    public const int Count = 128;

    private static readonly string[] _names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>The pitch class: 0 is C, 11 is B.</summary>
    public int Class => Number % 12;

    /// <summary>Transposes by semitones; a negative number transposes down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is not a MIDI note number.</exception>
    public Pitch Transpose(int semitones)
    {
        int number = Number + semitones;
        if (number is < 0 or >= Count)
            throw new ArgumentOutOfRangeException(nameof(semitones), semitones, $"{this} transposed is outside the MIDI range 0 to 127");
        return new((byte)number);
    }

    /// <summary>Transposes by semitones. A result outside the MIDI range is moved by octaves until it is inside.</summary>
    public Pitch TransposeInside(int semitones)
    {
        int number = Number + semitones;
        while (number < 0)
            number += 12;
        while (number >= Count)
            number -= 12;
        return new((byte)number);
    }

    /// <inheritdoc/>
    public int CompareTo(Pitch other) => Number.CompareTo(other.Number);

    /// <summary>The note name with its octave: C4 is middle C.</summary>
    public override string ToString() => $"{_names[Class]}{(Number / 12) - 1}";

    /// <summary>Whether the left pitch is lower.</summary>
    public static bool operator <(Pitch left, Pitch right) => left.Number < right.Number;

    /// <summary>Whether the left pitch is higher.</summary>
    public static bool operator >(Pitch left, Pitch right) => left.Number > right.Number;

    /// <summary>Whether the left pitch is lower or equal.</summary>
    public static bool operator <=(Pitch left, Pitch right) => left.Number <= right.Number;

    /// <summary>Whether the left pitch is higher or equal.</summary>
    public static bool operator >=(Pitch left, Pitch right) => left.Number >= right.Number;
}
