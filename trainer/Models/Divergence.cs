using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// The Kullback-Leibler divergence of latents from the prior, the standard normal distribution, in nats. Shapes: b segments, z latent
/// dimensions.
/// </summary>
internal static class Divergence
{
    /// <summary>The divergence of each segment, (b).</summary>
    /// <param name="mean">(b, z)</param>
    /// <param name="logVariance">(b, z)</param>
    public static Tensor Of(Tensor mean, Tensor logVariance) => (logVariance.exp() + mean.square() - 1 - logVariance).sum([1]) * 0.5;

    /// <summary>The loss: the divergence above the free nats, with a weight that is annealed over the first steps.</summary>
    /// <param name="divergence">(b)</param>
    /// <param name="freeNats">The divergence of a segment that costs nothing (Kingma and others, 2016).</param>
    /// <param name="weight">The full weight.</param>
    /// <param name="risingSteps">The steps over which the weight rises linearly.</param>
    /// <param name="step">Steps taken.</param>
    public static Tensor Price(Tensor divergence, double freeNats, double weight, int risingSteps, int step) =>
        (divergence - freeNats).clamp(min: 0).sum() * (weight * Math.Min(1, (step + 1.0) / Math.Max(1, risingSteps)));
}
