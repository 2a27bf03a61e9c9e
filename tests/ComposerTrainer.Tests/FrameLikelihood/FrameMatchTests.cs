using ComposerPlugin.FrameLikelihood;

namespace ComposerPlugin.Trainer.Tests;

public class FrameMatchTests
{
    private static readonly Frame _a = FrameTunes.Of(60), _b = FrameTunes.Of(62, 65), _c = FrameTunes.Of(67);

    [Fact]
    public void The_latest_occurrence_of_the_longest_match_is_found()
    {
        //                     0   1   2   3   4   5   6
        var matches = FrameMatch.In([_a, _b, _c, _b, _a, _b, _c]);
        Assert.Equal(new(-1, 0, -1), matches[0]);
        Assert.Equal(new(-1, 0, -1), matches[2]);
        Assert.Equal(new(2, 1, -1), matches[3]);    // b, followed by c
        Assert.Equal(new(1, 1, -1), matches[4]);    // a, followed by b
        Assert.Equal(new(2, 2, 2), matches[5]);     // a b, followed by c; the later match of b alone is shorter
        Assert.Equal(new(3, 3, 3), matches[6]);     // a b c
    }

    [Fact]
    public void Match_lengths_are_measured_up_to_a_limit()
    {
        var once = FrameTunes.Random(3, 50).Frames;
        var matches = FrameMatch.In([.. once, .. once]);
        Assert.Equal(FrameMatch.Longest, matches[99].Length);
        Assert.Equal(50, matches[99].After);
    }

    [Fact]
    public void Later_frames_do_not_change_earlier_matches()
    {
        var frames = FrameTunes.Alternating(0, 40).Frames;
        var whole = FrameMatch.In(frames);
        for (int count = 1; count <= frames.Count; count++)
            Assert.Equal(whole[..count], FrameMatch.In([.. frames.Take(count)]));
    }
}
