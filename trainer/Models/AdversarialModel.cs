using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A generator of bars and the discriminator that it learns against, in the manner of MidiNet (Yang and others, 2017) and C-RNN-GAN (Mogren, 2016):
/// bar by bar, knowing the bar before and a chord.
/// </summary>
internal sealed class AdversarialModel : nn.Module
{
    public AdversarialModel(TrainConfig config)
        : base("gan")
    {
        (Noise, Generator, Discriminator) = (config.Latent, new(config.Latent, config.Channels), new(config.Channels));
        RegisterComponents();
        register_module("generator", Generator);
        register_module("discriminator", Discriminator);
    }

    /// <summary>How many numbers the noise has.</summary>
    public int Noise { get; }

    public BarGenerator Generator { get; }

    public BarDiscriminator Discriminator { get; }
}
