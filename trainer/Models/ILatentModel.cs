using ComposerPlugin.Trainer.Data;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A melody model that finds a latent of what it reads and is told it again as it foretells the same. Letters: b passages, n steps, w width
/// of the hidden state, z numbers of a latent.
/// </summary>
internal interface ILatentModel : IMelodyModel
{
    /// <summary>(b, z) or (1, z), what <see cref="IMelodyModel.Step"/> is told; null for zeros, the middle of the prior.</summary>
    Tensor? Latent { get; set; }

    /// <summary>Reads passages and foretells them from a latent drawn of each: while training by chance, else always alike.</summary>
    /// <param name="batch">The passages.</param>
    /// <returns>(b, n, w), and the divergence (b) of each passage's latent from the prior, in nats.</returns>
    (Tensor Hidden, Tensor Divergence) Read(Batch batch);

    /// <summary>What is minimised of divergences.</summary>
    /// <param name="divergence">(b), in nats.</param>
    /// <param name="step">How many optimiser steps were taken.</param>
    Tensor Price(Tensor divergence, int step);
}
