namespace ComposerPlugin.FrameLikelihood;

/// <summary>Frames as choices: the keys of each from the lowest to the highest, then the end, whose number is that of the keys.</summary>
/// <param name="Owner">(c) the frame that the choice belongs to.</param>
/// <param name="Choice">(c) the key, or the number of keys for the end.</param>
/// <param name="Latest">(c) the choice before in this frame; the number of keys for its first.</param>
/// <param name="Chosen">(c, k) one for each key chosen before in this frame.</param>
/// <param name="Passed">(c, k + 1) the choices that the rising order excludes.</param>
internal sealed record FrameChoices(long[] Owner, long[] Choice, long[] Latest, float[] Chosen, bool[] Passed)
{
    public int Count => Choice.Length;

    public static FrameChoices Of(IReadOnlyList<Frame> frames, int keys)
    {
        int count = frames.Sum(frame => frame.Count + 1), row = 0;
        var choices = new FrameChoices(
            new long[count], new long[count], new long[count], new float[count * keys], new bool[count * (keys + 1)]);
        for (int i = 0; i < frames.Count; i++)
        {
            var before = default(Frame);
            for (var left = frames[i].Keys; ; left &= left - 1)
            {
                int choice = left == 0 ? keys : (int)UInt128.TrailingZeroCount(left);
                (choices.Owner[row], choices.Choice[row], choices.Latest[row]) = (i, choice, before.Highest < 0 ? keys : before.Highest);
                before.Write(choices.Chosen.AsSpan(row * keys, keys));
                choices.Passed.AsSpan(row * (keys + 1), before.Highest + 1).Fill(true);
                row++;
                if (left == 0)
                    break;
                before = before.With(choice);
            }
        }
        return choices;
    }
}
