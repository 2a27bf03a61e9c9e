using ComposerPlugin.Trainer.Data;
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
        Tensor made;
        using (no_grad())
            made = Generate(model.Generator, batch, noise);
        var (real, _) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var (fake, _) = model.Discriminator.Forward(made, batch.Previous, batch.Chord, batch.Inside);
        return nn.functional.binary_cross_entropy_with_logits(real, full_like(real, RealLabel))
            + nn.functional.binary_cross_entropy_with_logits(fake, zeros_like(fake));
    }

    /// <summary>The generator's: how surely its bars are known as made, in nats, and how far they and their features are from real bars and theirs.</summary>
    public static (Tensor Adversarial, Tensor Rolls, Tensor Features) Generator(AdversarialModel model, BarBatch batch, Tensor noise)
    {
        var made = Generate(model.Generator, batch, noise);
        var (fake, madeFeatures) = model.Discriminator.Forward(made, batch.Previous, batch.Chord, batch.Inside);
        Tensor[] realFeatures;
        using (no_grad())
            (_, realFeatures) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var adversarial = nn.functional.binary_cross_entropy_with_logits(fake, ones_like(fake));
        var features = realFeatures.Zip(madeFeatures, Distance).Aggregate((sum, one) => sum + one);
        return (adversarial, Distance(batch.Next, made), features);
    }

    /// <summary>
    /// How far means over bars are apart: half the square, added over all numbers, as MidiNet has it. Each factor of the square is of one half of the
    /// bars, so that chance adds nothing on average, and bars that vary less do not seem nearer; for bars of one kind it lies about 0 and may be below.
    /// </summary>
    /// <param name="real">(b, …), of two bars at least.</param>
    /// <param name="made">The same of made bars.</param>
    public static Tensor Distance(Tensor real, Tensor made)
    {
        var apart = real - made;
        long half = apart.shape[0] / 2;
        return (apart.narrow(0, 0, half).mean([0]) * apart.narrow(0, half, half).mean([0])).sum() * 0.5;
    }

    /// <summary>Bars (b, t, p) that a generator makes in the batch's places.</summary>
    public static Tensor Generate(BarGenerator generator, BarBatch batch, Tensor noise) =>
        BarGenerator.Drawn(generator.Forward(noise, batch.Previous, batch.Chord, batch.Inside), batch.Previous, batch.Inside);
}
