using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The way from one passage to another through their latents, as <c>interpolate</c> plays it.</summary>
/// <param name="FromStart">The edit distance (<see cref="SegmentSteps.Distance"/>) of each passage of the way to the first one, as a share of that of the last.</param>
/// <param name="LargestStep">The largest share of the whole way that lies between two neighbours; 0.1 where the way is even.</param>
internal sealed record InterpolationPath(IReadOnlyList<double> FromStart, double LargestStep)
{
    /// <summary>How many times the way goes on.</summary>
    public const int Steps = 10;

    /// <summary>The share of steps that do not come nearer the start again.</summary>
    public double Rising => Enumerable.Range(1, Steps).Average(step => FromStart[step] >= FromStart[step - 1] ? 1.0 : 0);

    /// <summary>The way between two passages of one meter; null where both are played alike.</summary>
    public static InterpolationPath? Measure(SegmentPlayer player, Phrase one, Phrase other)
    {
        int ticks = player.Bars * one.Meter.BarTicks;
        float[] from = player.Encode(one), to = player.Encode(other), latent = new float[from.Length];
        var played = new int[Steps + 1][];
        for (int step = 0; step <= Steps; step++)
        {
            Latents.Interpolate(from, to, step / (double)Steps, latent);
            played[step] = SegmentSteps.FromPhrase(player.Decode(latent, one.Meter, one[0].Onset), ticks);
        }
        int apart = SegmentSteps.Distance(played[0], played[^1]);
        if (apart == 0)
            return null;
        int[] between = [.. Enumerable.Range(1, Steps).Select(step => SegmentSteps.Distance(played[step - 1], played[step]))];
        return new([.. played.Select(passage => SegmentSteps.Distance(played[0], passage) / (double)apart)], between.Max() / (double)between.Sum());
    }
}
