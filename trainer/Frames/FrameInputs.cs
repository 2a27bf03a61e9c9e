namespace ComposerPlugin.Trainer.Frames;

/// <summary>
/// What a model reads at a place. Plain: the frame there. Matched: also the frame that followed the longest earlier match, the one that
/// followed the latest match of two frames, how long the match is, and the place, as waves of several periods.
/// </summary>
internal static class FrameInputs
{
    public const string Plain = "plain";
    public const string Matched = "matched";

    private static readonly int[] _periods = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
    private static readonly int[] _lengths = [2, 4, 8, 16];

    // What the frames are, then a wave's two values for each period, the match's length in several ways, and how far the piece has come.
    private static readonly int _matchedWidth = (3 * Frame.KeyCount) + (2 * _periods.Length) + 1 + _lengths.Length + 2;

    /// <summary>Numbers for each place.</summary>
    public static int Width(string inputs) => inputs == Matched ? _matchedWidth : Frame.KeyCount;

    /// <summary>Writes a row of zeros full with what is known at a place; no later frame is looked at.</summary>
    public static void Write(string inputs, FrameSequence sequence, int place, int transposition, Span<float> row)
    {
        sequence.Frames[place].Transposed(transposition).Write(row);
        if (inputs != Matched)
            return;
        var match = sequence.MatchAt(place);
        if (match.After >= 0)
            sequence.Frames[match.After].Transposed(transposition).Write(row[Frame.KeyCount..]);
        if (match.AfterTwo >= 0)
            sequence.Frames[match.AfterTwo].Transposed(transposition).Write(row[(2 * Frame.KeyCount)..]);
        WritePlace(place, match.Length, row[(3 * Frame.KeyCount)..]);
    }

    private static void WritePlace(int place, int matchLength, Span<float> row)
    {
        int i = 0;
        foreach (int period in _periods)
            (row[i++], row[i++]) = MathF.SinCos(2 * MathF.PI * (place % period) / period);
        row[i++] = MathF.Log(1 + matchLength) / 2;
        foreach (int length in _lengths)
            row[i++] = matchLength >= length ? 1 : 0;
        row[i++] = MathF.Log(1 + place) / 3;
        row[i] = place < 8 ? 1 : 0;
    }
}
