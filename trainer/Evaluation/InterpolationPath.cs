using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>An interpolation path between the latents of two segments, decoded as <c>interpolate</c> does.</summary>
/// <param name="FromStart">The edit distance (<see cref="SegmentSteps.Distance"/>) of each segment of the path to the first, relative to
/// that of the last.</param>
/// <param name="LargestStep">The largest distance between neighbours as a share of the sum of these distances; 0.1 for an even
/// path.</param>
internal sealed record InterpolationPath(IReadOnlyList<double> FromStart, double LargestStep)
{
    /// <summary>The number of steps of a path.</summary>
    public const int Steps = 10;

    /// <summary>The share of steps that do not come nearer to the start again.</summary>
    public double Rising => Enumerable.Range(1, Steps).Average(step => FromStart[step] >= FromStart[step - 1] ? 1.0 : 0);

    /// <summary>Measures the path between two segments of one meter; null if both ends decode to the same steps.</summary>
    public static InterpolationPath? Measure(SegmentPlayer player, Phrase one, Phrase other)
    {
        int ticks = player.Bars * one.Meter.BarTicks;
        float[] from = player.Encode(one), to = player.Encode(other), latent = new float[from.Length];
        var segments = new int[Steps + 1][];
        for (int step = 0; step <= Steps; step++)
        {
            Latents.Interpolate(from, to, step / (double)Steps, latent);
            segments[step] = SegmentSteps.FromPhrase(player.Decode(latent, one.Meter, one[0].Onset), ticks);
        }
        int length = SegmentSteps.Distance(segments[0], segments[^1]);
        if (length == 0)
            return null;
        int[] between = [.. Enumerable.Range(1, Steps).Select(step => SegmentSteps.Distance(segments[step - 1], segments[step]))];
        double[] fromStart = [.. segments.Select(segment => SegmentSteps.Distance(segments[0], segment) / (double)length)];
        return new(fromStart, between.Max() / (double)between.Sum());
    }
}
