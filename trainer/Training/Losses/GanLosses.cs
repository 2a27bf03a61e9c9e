using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The losses of generator and discriminator.</summary>
internal static class GanLosses
{
    // One-sided label smoothing (Salimans et al., 2016) keeps the discriminator from overconfidence, which gives the generator no gradient.
    private const float RealLabel = 0.9f;

    /// <summary>The discriminator's loss: binary cross-entropy of real against generated bars, in nats.</summary>
    public static Tensor Discriminator(AdversarialModel model, BarBatch batch, Tensor noise)
    {
        Tensor generated;
        using (no_grad())
            generated = Generate(model.Generator, batch, noise);
        var (real, _) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var (fake, _) = model.Discriminator.Forward(generated, batch.Previous, batch.Chord, batch.Inside);
        return nn.functional.binary_cross_entropy_with_logits(real, full_like(real, RealLabel))
            + nn.functional.binary_cross_entropy_with_logits(fake, zeros_like(fake));
    }

    /// <summary>
    /// The generator's losses: the non-saturating adversarial loss in nats, and the distances of mean rolls and mean discriminator features
    /// to those of real bars.
    /// </summary>
    public static (Tensor Adversarial, Tensor Rolls, Tensor Features) Generator(AdversarialModel model, BarBatch batch, Tensor noise)
    {
        var generated = Generate(model.Generator, batch, noise);
        var (fake, generatedFeatures) = model.Discriminator.Forward(generated, batch.Previous, batch.Chord, batch.Inside);
        Tensor[] realFeatures;
        using (no_grad())
            (_, realFeatures) = model.Discriminator.Forward(batch.Next, batch.Previous, batch.Chord, batch.Inside);
        var adversarial = nn.functional.binary_cross_entropy_with_logits(fake, ones_like(fake));
        var features = realFeatures.Zip(generatedFeatures, Distance).Aggregate((sum, one) => sum + one);
        return (adversarial, Distance(batch.Next, generated), features);
    }

    /// <summary>
    /// Half the squared distance of two means over bars, summed over all values, after MidiNet's feature matching. The two factors of the
    /// square come from different halves of the batch, which makes the estimate unbiased: for equal distributions it varies around 0 and
    /// may
    /// be negative.
    /// </summary>
    /// <param name="real">(b, …), b at least 2.</param>
    /// <param name="generated">(b, …), generated bars.</param>
    public static Tensor Distance(Tensor real, Tensor generated)
    {
        var difference = real - generated;
        long half = difference.shape[0] / 2;
        return (difference.narrow(0, 0, half).mean([0]) * difference.narrow(0, half, half).mean([0])).sum() * 0.5;
    }

    /// <summary>Generates the bars of a batch, (b, t, p).</summary>
    public static Tensor Generate(BarGenerator generator, BarBatch batch, Tensor noise) =>
        BarGenerator.Drawn(generator.Forward(noise, batch.Previous, batch.Chord, batch.Inside), batch.Previous, batch.Inside);
}
