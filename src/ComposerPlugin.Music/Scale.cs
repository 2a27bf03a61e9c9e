namespace ComposerPlugin.Music;

/// <summary>The pitch classes of a scale above its tonic.</summary>
/// <param name="Steps">Bit n says whether the note n semitones above the tonic belongs to it.</param>
public readonly record struct Scale(ushort Steps)
{
    /// <summary>All twelve.</summary>
    public static Scale Chromatic => new(0xFFF);

    /// <summary>The named scales, in the order of the control; the first is all twelve.</summary>
    public static IReadOnlyList<(string Name, Scale Scale)> Named { get; } =
    [
        ("Off", Chromatic), ("Major", Of(0, 2, 4, 5, 7, 9, 11)), ("Minor", Of(0, 2, 3, 5, 7, 8, 10)), ("Harmonic minor", Of(0, 2, 3, 5, 7, 8, 11)),
        ("Melodic minor", Of(0, 2, 3, 5, 7, 9, 11)), ("Dorian", Of(0, 2, 3, 5, 7, 9, 10)), ("Phrygian", Of(0, 1, 3, 5, 7, 8, 10)),
        ("Lydian", Of(0, 2, 4, 6, 7, 9, 11)), ("Mixolydian", Of(0, 2, 4, 5, 7, 9, 10)), ("Major pentatonic", Of(0, 2, 4, 7, 9)),
        ("Minor pentatonic", Of(0, 3, 5, 7, 10)), ("Blues", Of(0, 3, 5, 6, 7, 10)), ("In (miyako-bushi)", Of(0, 1, 5, 7, 8)),
        ("Yo", Of(0, 2, 5, 7, 9)), ("Hirajoshi", Of(0, 2, 3, 7, 8)), ("Whole tone", Of(0, 2, 4, 6, 8, 10)),
    ];

    /// <summary>Whether a pitch belongs to the scale on a tonic.</summary>
    /// <param name="pitch">The MIDI note number.</param>
    /// <param name="tonic">The tonic's pitch class, 0 to 11.</param>
    public bool Contains(int pitch, int tonic) => ((Steps >> ((pitch - tonic + 12) % 12)) & 1) != 0;

    private static Scale Of(params ReadOnlySpan<int> steps)
    {
        int bits = 0;
        foreach (int step in steps)
            bits |= 1 << step;
        return new((ushort)bits);
    }
}
