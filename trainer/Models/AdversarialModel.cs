using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A generator of bars and the discriminator that it learns against, in the manner of MidiNet (Yang and others, 2017) and C-RNN-GAN
/// (Mogren, 2016): bar by bar, knowing the bar before and a chord.
/// </summary>
internal sealed class AdversarialModel : nn.Module
{
    public AdversarialModel(TrainConfig config)
        : base("gan")
    {
        Noise = config.Latent;
        (Generator, Average, Discriminator) = (new(config.Latent, config.Channels), new(config.Latent, config.Channels), new(config.Channels));
        RegisterComponents();
        register_module("generator", Generator);
        register_module("average", Average);
        register_module("discriminator", Discriminator);
        Follow(0);
    }

    /// <summary>How many numbers the noise has.</summary>
    public int Noise { get; }

    /// <summary>The generator that learns.</summary>
    public BarGenerator Generator { get; }

    /// <summary>
    /// The mean of its weights over the last steps, which circles less about what it learns: this one is validated and becomes the style.
    /// </summary>
    public BarGenerator Average { get; }

    public BarDiscriminator Discriminator { get; }

    /// <summary>Moves the average towards the generator.</summary>
    /// <param name="kept">How much of itself it keeps, 0 to 1.</param>
    public void Follow(double kept)
    {
        using var noGradients = no_grad();
        using var share = tensor((float)(1 - kept));
        foreach (var (average, current) in Average.parameters().Zip(Generator.parameters()))
            average.lerp_(current, share);
    }
}
