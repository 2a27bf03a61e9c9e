using System.Numerics;
using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor;

/// <summary>Names of chords, as a host tells them.</summary>
internal static class ChordNames
{
    private static readonly string[] Roots = ["C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];

    // By the intervals above the root, as bits: the chords of the usual symbols.
    private static readonly (int Tones, string Suffix)[] Suffixes =
    [
        (Of(0, 4, 7), ""), (Of(0, 3, 7), "m"), (Of(0, 3, 6), "dim"), (Of(0, 4, 8), "aug"), (Of(0, 2, 7), "sus2"), (Of(0, 5, 7), "sus4"),
        (Of(0, 7), "5"), (Of(0, 4, 7, 9), "6"), (Of(0, 3, 7, 9), "m6"), (Of(0, 4, 7, 10), "7"), (Of(0, 4, 7, 11), "maj7"),
        (Of(0, 3, 7, 10), "m7"), (Of(0, 3, 7, 11), "m(maj7)"), (Of(0, 3, 6, 9), "dim7"), (Of(0, 3, 6, 10), "m7♭5"),
        (Of(0, 5, 7, 10), "7sus4"),
        (Of(0, 2, 4, 7), "add9"), (Of(0, 2, 4, 7, 10), "9"), (Of(0, 2, 4, 7, 11), "maj9"), (Of(0, 2, 3, 7, 10), "m9"),
    ];

    /// <summary>The name of the chord of a mark; empty if it is none. Where the tones have no usual symbol, the root alone.</summary>
    public static string Of(in NoteMark mark)
    {
        if (BitOperations.PopCount(mark.ChordTones) < 2)
            return "";
        int tones = mark.ChordTones & 0xFFF, root = mark.Pitch.Class;
        string suffix = "";
        foreach (var (known, text) in Suffixes)
        {
            if (known == tones)
                suffix = text;
        }
        return Roots[root] + suffix + (mark.ChordBass == root ? "" : "/" + Roots[mark.ChordBass]);
    }

    private static int Of(params ReadOnlySpan<int> intervals)
    {
        int bits = 0;
        foreach (int interval in intervals)
            bits |= 1 << interval;
        return bits;
    }
}
