namespace ComposerPlugin.FrameLikelihood;

/// <summary>The earlier match of the latest frames, as positions of the frames that followed it; -1 if there is none.</summary>
/// <param name="After">The position after the longest match.</param>
/// <param name="Length">How many frames match, at most <see cref="Longest"/>.</param>
/// <param name="AfterTwo">The position after the latest match of the last two frames.</param>
internal readonly record struct FrameMatch(int After, int Length, int AfterTwo)
{
    public const int Longest = 32;

    // The match is the latest occurrence of the longest run of 1, 2, 4 … 16 frames.
    private const int LongestRun = 16;

    /// <summary>The match at each position, found from frames up to that position only.</summary>
    public static FrameMatch[] In(IReadOnlyList<Frame> frames)
    {
        var matches = new FrameMatch[frames.Count];
        Array.Fill(matches, new(-1, 0, -1));
        int[] runs = Numbered(frames.Select(frame => (frame.Keys, UInt128.Zero)));
        for (int length = 1; length <= LongestRun; length *= 2)
        {
            if (length > 1)
                runs = Doubled(runs, length / 2);
            var latest = new Dictionary<int, int>();
            for (int i = 0; i < runs.Length; i++)
            {
                int position = i + length - 1;
                if (latest.TryGetValue(runs[i], out int before))
                {
                    int afterTwo = length == 2 ? before + 1 : matches[position].AfterTwo;
                    matches[position] = new(before + 1, Matching(frames, before, position), afterTwo);
                }
                latest[runs[i]] = position;
            }
        }
        return matches;
    }

    // Equal runs of twice the length have equal halves.
    private static int[] Doubled(int[] runs, int length) =>
        Numbered(runs.Skip(length).Zip(runs, (second, first) => ((UInt128)first, (UInt128)second)));

    private static int[] Numbered(IEnumerable<(UInt128, UInt128)> runs)
    {
        var numbers = new Dictionary<(UInt128, UInt128), int>();
        return [.. runs.Select(run =>
        {
            numbers.TryAdd(run, numbers.Count);
            return numbers[run];
        })];
    }

    private static int Matching(IReadOnlyList<Frame> frames, int before, int position)
    {
        int length = 0;
        while (length < Longest && length <= before && frames[before - length] == frames[position - length])
            length++;
        return length;
    }
}
