using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

public class DurationMaskTests
{
    [Theory]
    // Shorter than the limit, as long, longer; longer than a limit below which nothing is allowed.
    [InlineData(12, 24, 12)]
    [InlineData(24, 24, 24)]
    [InlineData(96, 24, 24)]
    [InlineData(96, 30, 24)]
    [InlineData(96, 5, 96)]
    public void Longer_notes_are_cut_to_the_longest_that_is_allowed(int ticks, long longest, int cut)
    {
        bool[] allowed = new bool[Vocabulary.Durations];
        foreach (int one in (int[])[12, 24, 96])
            allowed[Vocabulary.DurationClass(one)] = true;

        Assert.Equal(cut, Vocabulary.DurationTicks(DurationMask.Cut(allowed, Vocabulary.DurationClass(ticks), longest)));
    }
}
