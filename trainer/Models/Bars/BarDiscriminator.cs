using ComposerPlugin.Inference;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Distinguishes real bars from generated ones, given the previous bar and the chord. Shapes: b bars, t 24 steps, p 256 inputs of a step,
/// c channels.
/// </summary>
internal sealed class BarDiscriminator : nn.Module
{
    private const double Slope = 0.2;
    private const int Coarsest = BarRoll.Steps / 4;

    private readonly Conv1d _rolls, _fine, _to12, _to6;
    private readonly Linear _dense, _out;

    public BarDiscriminator(int channels)
        : base("discriminator")
    {
        int half = channels / 2 > 0 ? channels / 2 : 1;
        _rolls = nn.Conv1d(BarRoll.Width, half, 1);
        _fine = nn.Conv1d((2 * half) + BarRoll.Chords + 1, channels, 3, padding: 1L);
        _to12 = nn.Conv1d(channels, channels, 4, stride: 2, padding: 1L);
        _to6 = nn.Conv1d(channels, channels, 4, stride: 2, padding: 1L);
        _dense = nn.Linear(Coarsest * channels, channels);
        _out = nn.Linear(channels, 1);
        SparseInputs.Fill(_rolls);
        foreach (var weight in (Tensor[])[_fine.weight, _to12.weight, _to6.weight, _dense.weight])
            SparseInputs.FillNext(weight);
        RegisterComponents();
    }

    /// <summary>Scores bars.</summary>
    /// <param name="roll">(b, t, p)</param>
    /// <param name="previous">(b, t, p)</param>
    /// <param name="chord">(b, chords)</param>
    /// <param name="inside">(b, t)</param>
    /// <returns>The logit (b) of being real, and the features (b, …) for feature matching, from fine to coarse.</returns>
    public (Tensor Logit, Tensor[] Features) Forward(Tensor roll, Tensor previous, Tensor chord, Tensor inside)
    {
        var harmony = chord.unsqueeze(2).expand(chord.shape[0], BarRoll.Chords, BarRoll.Steps);
        var rolls = cat([_rolls.call(roll.transpose(1, 2)), _rolls.call(previous.transpose(1, 2)), harmony, inside.unsqueeze(1)], 1);
        var fine = _fine.call(rolls).leaky_relu(Slope);    // (b, c, 24)
        var middle = _to12.call(fine).leaky_relu(Slope);
        var coarse = _to6.call(middle).leaky_relu(Slope);    // (b, c, 6)
        var dense = _dense.call(coarse.flatten(1)).leaky_relu(Slope);
        return (_out.call(dense).squeeze(1), [fine, middle, dense]);
    }

    /// <summary>
    /// Scales each layer's weights down to this spectral norm (Gouk and others, 2021; after Miyato and others, 2018), which bounds the
    /// Lipschitz constant, so that the generator always gets a useful gradient.
    /// </summary>
    public void LimitNorm(double largest)
    {
        using var noGradients = no_grad();
        foreach (var weight in (Parameter[])[_rolls.weight, _fine.weight, _to12.weight, _to6.weight, _dense.weight, _out.weight])
        {
            double norm = SpectralNorm.Of(weight);
            if (norm > largest)
                weight.mul_((float)(largest / norm));
        }
    }
}
