namespace ComposerPlugin.Music.Tests;

public class DiatonicStepsTests
{
    private const int CMajor = 1, DMajor = 3, AMinor = 13 + 9;

    [Theory]
    [InlineData(60, 62, CMajor, 1)]
    [InlineData(60, 72, CMajor, 7)]
    [InlineData(60, 59, CMajor, -1)]
    [InlineData(60, 48, CMajor, -7)]
    [InlineData(64, 65, CMajor, 1)]
    [InlineData(62, 66, DMajor, 2)]
    [InlineData(61, 62, DMajor, 1)]
    [InlineData(69, 71, AMinor, 1)]
    [InlineData(68, 69, AMinor, 1)]    // the raised seventh counts as the seventh
    [InlineData(0, 127, CMajor, 74)]
    public void Steps_are_counted_in_the_scale(int from, int to, int key, int steps)
    {
        Assert.Equal(steps, DiatonicSteps.Between(from, to, key));
        Assert.Equal(-steps, DiatonicSteps.Between(to, from, key));
    }

    [Theory]
    [InlineData(64, 1, CMajor, 65)]
    [InlineData(64, 2, CMajor, 67)]
    [InlineData(60, -1, CMajor, 59)]
    [InlineData(60, 7, CMajor, 72)]
    [InlineData(66, 1, CMajor, 68)]    // F sharp to G sharp
    [InlineData(62, 2, DMajor, 66)]
    public void Pitches_move_in_the_scale(int pitch, int steps, int key, int moved) =>
        Assert.Equal(moved, DiatonicSteps.Move(pitch, steps, key));

    [Fact]
    public void Moving_by_the_steps_between_two_notes_of_the_scale_gives_the_second()
    {
        for (int key = 1; key < KeyTracker.Keys; key++)
        {
            int tonic = KeyTracker.TonicOf(key);
            int[] scale = [.. (key > 12 ? (int[])[0, 2, 3, 5, 7, 8, 10] : [0, 2, 4, 5, 7, 9, 11]).Select(step => 36 + tonic + step)];
            foreach (int from in scale)
            {
                foreach (int to in scale.Concat(scale.Select(pitch => pitch + 12)))
                    Assert.Equal(to, DiatonicSteps.Move(from, DiatonicSteps.Between(from, to, key), key));
            }
        }
    }
}
