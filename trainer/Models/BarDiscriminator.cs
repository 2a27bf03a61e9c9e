using ComposerPlugin.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>Tells bars of the corpus from made ones, knowing the bar before and the chord. Letters: b bars, t 24 steps, p 256 numbers of a step, c channels.</summary>
internal sealed class BarDiscriminator : nn.Module
{
    private const double Slope = 0.2;
    private const int Coarsest = BarRoll.Steps / 4;

    private readonly Conv1d _fine, _to12, _to6;
    private readonly Linear _dense, _out;

    public BarDiscriminator(int channels)
        : base("discriminator")
    {
        _fine = nn.Conv1d((2 * BarRoll.Width) + BarRoll.Chords + 1, channels, 3, padding: 1L);
        _to12 = nn.Conv1d(channels, channels, 4, stride: 2, padding: 1L);
        _to6 = nn.Conv1d(channels, channels, 4, stride: 2, padding: 1L);
        _dense = nn.Linear(Coarsest * channels, channels);
        _out = nn.Linear(channels, 1);
        SparseInputs.Fill(_fine);
        foreach (var weight in (Tensor[])[_to12.weight, _to6.weight, _dense.weight])
            SparseInputs.FillNext(weight);
        RegisterComponents();
    }

    /// <summary>How real bars seem.</summary>
    /// <param name="roll">(b, t, p)</param>
    /// <param name="previous">(b, t, p)</param>
    /// <param name="chord">(b, chords)</param>
    /// <param name="inside">(b, t)</param>
    /// <returns>The logit (b) of being of the corpus, and the features (b, …) that matching compares, from fine to coarse.</returns>
    public (Tensor Logit, Tensor[] Features) Forward(Tensor roll, Tensor previous, Tensor chord, Tensor inside)
    {
        var harmony = chord.unsqueeze(2).expand(chord.shape[0], BarRoll.Chords, BarRoll.Steps);
        var fine = _fine.call(cat([roll.transpose(1, 2), previous.transpose(1, 2), harmony, inside.unsqueeze(1)], 1)).leaky_relu(Slope);    // (b, c, 24)
        var middle = _to12.call(fine).leaky_relu(Slope);
        var coarse = _to6.call(middle).leaky_relu(Slope);    // (b, c, 6)
        var dense = _dense.call(coarse.flatten(1)).leaky_relu(Slope);
        return (_out.call(dense).squeeze(1), [fine, middle, dense]);
    }
}
