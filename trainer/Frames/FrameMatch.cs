namespace ComposerPlugin.Trainer.Frames;

/// <summary>Where a sequence has been before what has just sounded, as places of the frames that followed there; -1 is nowhere.</summary>
/// <param name="After">The place after the match.</param>
/// <param name="Length">How many frames match there, at most <see cref="Longest"/>.</param>
/// <param name="AfterTwo">The place after the latest match of the last two frames.</param>
internal readonly record struct FrameMatch(int After, int Length, int AfterTwo)
{
    public const int Longest = 32;

    // The match is the latest one of the longest of these runs that has been there before.
    private const int LongestRun = 16;

    /// <summary>The match at every place, found from that frame and earlier ones alone.</summary>
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
                int place = i + length - 1;
                if (latest.TryGetValue(runs[i], out int before))
                    matches[place] = new(before + 1, Matching(frames, before, place), length == 2 ? before + 1 : matches[place].AfterTwo);
                latest[runs[i]] = place;
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

    private static int Matching(IReadOnlyList<Frame> frames, int before, int place)
    {
        int length = 0;
        while (length < Longest && length <= before && frames[before - length] == frames[place - length])
            length++;
        return length;
    }
}
