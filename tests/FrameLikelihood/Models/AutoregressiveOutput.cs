using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// Chooses a frame's keys from the lowest to the highest, each given those below it, and then an end. Each frame is one sequence of
/// choices, so its probability is exact. Shapes: c choices, k keys, u units.
/// </summary>
internal sealed class AutoregressiveOutput : nn.Module, IFrameOutput
{
    private const double Impossible = -1e9;

    private readonly int _keys;
    private readonly Linear _fromHidden, _dense, _out, _outFromHidden;
    private readonly Embedding _latest;
    private readonly Linear _chosen;
    private readonly Dropout _dropout;

    public AutoregressiveOutput(int width, int units, double dropout, int keys = Frame.KeyCount)
        : base("autoregressive")
    {
        _keys = keys;
        _fromHidden = nn.Linear(width, units);
        _chosen = nn.Linear(keys, units, hasBias: false);
        _latest = nn.Embedding(keys + 1, units);
        _dense = nn.Linear(units, units);
        _out = nn.Linear(units, keys + 1);
        _outFromHidden = nn.Linear(width, keys + 1, hasBias: false);
        _dropout = nn.Dropout(dropout);
        nn.init.normal_(_latest.weight!, 0, 0.1);
        RegisterComponents();
    }

    /// <summary>(c): for each frame its keys in rising order, then the end. Transposition does not change the order.</summary>
    public Tensor Choices(Tensor hidden, IReadOnlyList<Frame> frames, int transposition)
    {
        var choices = FrameChoices.Of(frames, _keys);
        var frame = tensor(choices.Owner);
        var units = _fromHidden.call(hidden).index_select(0, frame)
            + _chosen.call(tensor(choices.Chosen, [choices.Count, _keys])) + _latest.call(tensor(choices.Latest));
        units = _dropout.call(units.relu());    // (c, u)
        units = _dropout.call(_dense.call(units).relu() + units);
        var logits = _out.call(units) + _outFromHidden.call(hidden).index_select(0, frame);    // (c, k + 1)
        var possible = logits.masked_fill(tensor(choices.Passed, [choices.Count, _keys + 1]), Impossible);
        return possible.log_softmax(1).gather(1, tensor(choices.Choice, [choices.Count, 1])).squeeze(1);
    }
}
