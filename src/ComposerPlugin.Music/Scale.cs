namespace ComposerPlugin.Music;

/// <summary>A scale as a set of intervals above its tonic.</summary>
/// <param name="Steps">Bit n (0 to 11) is set if the scale contains the note n semitones above the tonic.</param>
public readonly record struct Scale(ushort Steps)
{
    /// <summary>All twelve pitch classes.</summary>
    public static Scale Chromatic => new(0xFFF);

    /// <summary>The named scales, in the order of the Scale parameter's values; the first, "Off", is chromatic.</summary>
    public static IReadOnlyList<(string Name, Scale Scale)> Named { get; } =
    [
        ("Off", Chromatic),
        ("Major", FromSteps(0, 2, 4, 5, 7, 9, 11)),
        ("Minor", FromSteps(0, 2, 3, 5, 7, 8, 10)),
        ("Harmonic minor", FromSteps(0, 2, 3, 5, 7, 8, 11)),
        ("Melodic minor", FromSteps(0, 2, 3, 5, 7, 9, 11)),
        ("Dorian", FromSteps(0, 2, 3, 5, 7, 9, 10)),
        ("Phrygian", FromSteps(0, 1, 3, 5, 7, 8, 10)),
        ("Lydian", FromSteps(0, 2, 4, 6, 7, 9, 11)),
        ("Mixolydian", FromSteps(0, 2, 4, 5, 7, 9, 10)),
        ("Major pentatonic", FromSteps(0, 2, 4, 7, 9)),
        ("Minor pentatonic", FromSteps(0, 3, 5, 7, 10)),
        ("Blues", FromSteps(0, 3, 5, 6, 7, 10)),
        ("In (miyako-bushi)", FromSteps(0, 1, 5, 7, 8)),
        ("Yo", FromSteps(0, 2, 5, 7, 9)),
        ("Hirajoshi", FromSteps(0, 2, 3, 7, 8)),
        ("Whole tone", FromSteps(0, 2, 4, 6, 8, 10)),
    ];

    /// <summary>The scale of a key: major, or minor with both sevenths.</summary>
    /// <param name="key">The key class, 1 to 24 (<see cref="KeyTracker"/>).</param>
    public static Scale OfKey(int key) => key > 12 ? FromSteps(0, 2, 3, 5, 7, 8, 10, 11) : FromSteps(0, 2, 4, 5, 7, 9, 11);

    /// <summary>Whether the scale on a tonic contains a pitch.</summary>
    /// <param name="pitch">The MIDI note number.</param>
    /// <param name="tonic">The tonic's pitch class, 0 to 11.</param>
    public bool Contains(int pitch, int tonic) => ((Steps >> ((pitch - tonic + 12) % 12)) & 1) != 0;

    private static Scale FromSteps(params ReadOnlySpan<int> steps)
    {
        int bits = 0;
        foreach (int step in steps)
            bits |= 1 << step;
        return new((ushort)bits);
    }
}
