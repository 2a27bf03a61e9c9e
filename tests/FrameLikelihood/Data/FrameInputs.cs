namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// The inputs of a model at a position. Plain: the frame there. Matched: also the frame that followed the longest earlier match, the frame
/// that followed the latest match of two frames, the length of the match, and sine and cosine of the position at several periods.
/// </summary>
internal static class FrameInputs
{
    public const string Plain = "plain";
    public const string Matched = "matched";

    private static readonly int[] _periods = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
    private static readonly int[] _lengths = [2, 4, 8, 16];

    // Three frames, then sine and cosine for each period, the length of the match encoded in several ways, and the position in the piece.
    private static readonly int _matchedWidth = (3 * Frame.KeyCount) + (2 * _periods.Length) + 1 + _lengths.Length + 2;

    /// <summary>The number of inputs.</summary>
    public static int Width(string inputs) => inputs == Matched ? _matchedWidth : Frame.KeyCount;

    /// <summary>Writes the inputs at a position into a row of zeros; reads no later frame.</summary>
    public static void Write(string inputs, FrameSequence sequence, int position, int transposition, Span<float> row)
    {
        sequence.Frames[position].Transposed(transposition).Write(row);
        if (inputs != Matched)
            return;
        var match = sequence.MatchAt(position);
        if (match.After >= 0)
            sequence.Frames[match.After].Transposed(transposition).Write(row[Frame.KeyCount..]);
        if (match.AfterTwo >= 0)
            sequence.Frames[match.AfterTwo].Transposed(transposition).Write(row[(2 * Frame.KeyCount)..]);
        WritePosition(position, match.Length, row[(3 * Frame.KeyCount)..]);
    }

    private static void WritePosition(int position, int matchLength, Span<float> row)
    {
        int i = 0;
        foreach (int period in _periods)
            (row[i++], row[i++]) = MathF.SinCos(2 * MathF.PI * (position % period) / period);
        row[i++] = MathF.Log(1 + matchLength) / 2;
        foreach (int length in _lengths)
            row[i++] = matchLength >= length ? 1 : 0;
        row[i++] = MathF.Log(1 + position) / 3;
        row[i] = position < 8 ? 1 : 0;
    }
}
