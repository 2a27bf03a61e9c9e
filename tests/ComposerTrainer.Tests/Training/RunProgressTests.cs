using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Tests;

public class RunProgressTests
{
    // A terminal's 80 characters less a short bar, the percentage, and the spaces between.
    private const int Most = 80 - 8 - 4 - 2;

    [Fact]
    public void Progress_text_fits_beside_the_bar_in_80_columns()
    {
        var progress = new RunProgress(0.5, 1234.5, 1234.5, 1234, 123_456, 123_456, 12.345, new(10, 10, 10, 10, 1));
        Assert.InRange(progress.ShortText.Length, 1, Most);
        Assert.EndsWith("min left", progress.ShortText, StringComparison.Ordinal);
        Assert.InRange(new GanLossSum { Generator = 12.345, Discriminator = 12.345, Steps = 1 }.InShort.Length, 1,
            Most - ", 1234.5 min left".Length);
    }
}
