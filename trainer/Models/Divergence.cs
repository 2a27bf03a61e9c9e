using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// The Kullback-Leibler divergence of latents from the prior, the standard normal distribution, in nats. Letters: b passages, z numbers of
/// a latent.
/// </summary>
internal static class Divergence
{
    /// <summary>Of each passage, (b).</summary>
    /// <param name="mean">(b, z)</param>
    /// <param name="logVariance">(b, z)</param>
    public static Tensor Of(Tensor mean, Tensor logVariance) => (logVariance.exp() + mean.square() - 1 - logVariance).sum([1]) * 0.5;

    /// <summary>What is minimised: what exceeds the free nats, at a weight that rises over the first steps to its full size.</summary>
    /// <param name="divergence">(b)</param>
    /// <param name="freeNats">How far each passage may go from the prior at no cost.</param>
    /// <param name="weight">The full weight.</param>
    /// <param name="risingSteps">Over how many steps it rises.</param>
    /// <param name="step">Steps taken.</param>
    public static Tensor Price(Tensor divergence, double freeNats, double weight, int risingSteps, int step) =>
        (divergence - freeNats).clamp(min: 0).sum() * (weight * Math.Min(1, (step + 1.0) / Math.Max(1, risingSteps)));
}
