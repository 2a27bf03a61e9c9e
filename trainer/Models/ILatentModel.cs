using ComposerPlugin.Trainer.Data;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A melody model that encodes a segment as a latent and reconstructs the segment from it. Shapes: b segments, n steps, w width of the
/// hidden state, z latent dimensions.
/// </summary>
internal interface ILatentModel : IMelodyModel
{
    /// <summary>(b, z) or (1, z), the latent that <see cref="IMelodyModel.Step"/> decodes; null for zeros, the mean of the prior.</summary>
    Tensor? Latent { get; set; }

    /// <summary>Encodes segments and reconstructs them from a sampled latent; outside training the sample is always the same.</summary>
    /// <param name="batch">The segments.</param>
    /// <returns>(b, n, w), and the divergence (b) of each segment's latent from the prior, in nats.</returns>
    (Tensor Hidden, Tensor Divergence) Read(Batch batch);

    /// <summary>The loss of divergences, see <see cref="Divergence.Price"/>.</summary>
    /// <param name="divergence">(b), in nats.</param>
    /// <param name="step">Optimiser steps taken.</param>
    Tensor Price(Tensor divergence, int step);
}
