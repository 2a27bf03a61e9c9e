using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>What generator and discriminator minimise.</summary>
internal static class GanLosses
{
    // One-sided label smoothing (Salimans and others, 2016): an overconfident discriminator teaches nothing.
    private const float RealLabel = 0.9f;

    /// <summary>The discriminator's: how badly it tells real bars from made ones, in nats.</summary>
    public static Tensor Discriminator(AdversarialModel model, BarBatch batch, Tensor noise)
    {
        var made = Made(model, batch, noise).detach();
        var (real, _) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var (fake, _) = model.Discriminator.Forward(made, batch.Previous, batch.Chord, batch.Inside);
        return nn.functional.binary_cross_entropy_with_logits(real, full_like(real, RealLabel))
            + nn.functional.binary_cross_entropy_with_logits(fake, zeros_like(fake));
    }

    /// <summary>The generator's: how surely its bars are known as made, in nats, and how far their features are from those of real bars.</summary>
    public static (Tensor Adversarial, Tensor Features) Generator(AdversarialModel model, BarBatch batch, Tensor noise)
    {
        var made = Made(model, batch, noise);
        var (fake, madeFeatures) = model.Discriminator.Forward(made, batch.Previous, batch.Chord, batch.Inside);
        var (_, realFeatures) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var adversarial = nn.functional.binary_cross_entropy_with_logits(fake, ones_like(fake));
        return (adversarial, Distance([batch.Next, .. realFeatures], [made, .. madeFeatures]));
    }

    /// <summary>How far means over bars are apart, of each set of features, added; the first are the rolls themselves.</summary>
    public static Tensor Distance(Tensor[] real, Tensor[] made)
    {
        var sum = zeros(1);
        for (int i = 0; i < real.Length; i++)
            sum = sum + (real[i].detach().mean([0]) - made[i].mean([0])).abs().mean();
        return sum.squeeze();
    }

    private static Tensor Made(AdversarialModel model, BarBatch batch, Tensor noise) =>
        BarGenerator.Drawn(model.Generator.Forward(noise, batch.Previous, batch.Chord, batch.Inside), batch.Inside);
}
