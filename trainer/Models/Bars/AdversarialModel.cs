using ComposerPlugin.Trainer.Configuration;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A generator of bars and its discriminator, after MidiNet (Yang and others, 2017) and C-RNN-GAN (Mogren, 2016). Both are conditioned on
/// the previous bar and a chord.
/// </summary>
internal sealed class AdversarialModel : nn.Module
{
    public AdversarialModel(TrainConfig config)
        : base("gan")
    {
        Noise = config.Latent;
        Generator = new(config.Latent, config.Channels);
        Average = new(config.Latent, config.Channels);
        Discriminator = new(config.Channels);
        RegisterComponents();
        register_module("generator", Generator);
        register_module("average", Average);
        register_module("discriminator", Discriminator);
        UpdateAverage(0);
    }

    /// <summary>Dimensions of the noise.</summary>
    public int Noise { get; }

    /// <summary>The generator in training.</summary>
    public BarGenerator Generator { get; }

    /// <summary>
    /// The moving average of the generator's weights, which oscillates less in adversarial training. It is validated and becomes the style.
    /// </summary>
    public BarGenerator Average { get; }

    public BarDiscriminator Discriminator { get; }

    /// <summary>Moves the average towards the generator.</summary>
    /// <param name="decay">How much of the average is kept, 0 to 1.</param>
    public void UpdateAverage(double decay)
    {
        using var noGradients = no_grad();
        using var share = tensor((float)(1 - decay));
        foreach (var (average, current) in Average.parameters().Zip(Generator.parameters()))
            average.lerp_(current, share);
    }
}
