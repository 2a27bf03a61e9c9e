using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>One choice for each key: it sounds or not, independently of the others.</summary>
internal sealed class IndependentOutput : nn.Module, IFrameOutput
{
    private readonly Linear _keys;

    public IndependentOutput(int width, int keys = Frame.KeyCount)
        : base("independent")
    {
        _keys = nn.Linear(width, keys);
        using var noGradients = no_grad();
        // Start from low probabilities: few keys sound at a time.
        _keys.bias!.fill_(-3);
        _keys.weight!.mul_(0.3);
        RegisterComponents();
    }

    /// <summary>(frames, keys). A key that the transposition moves off the keyboard is silent with probability 1.</summary>
    public Tensor Choices(Tensor hidden, IReadOnlyList<Frame> frames, int transposition)
    {
        var logits = _keys.call(hidden);    // (frames, keys)
        int keys = (int)logits.size(1);
        float[] sounding = new float[frames.Count * keys];
        for (int i = 0; i < frames.Count; i++)
            frames[i].Write(sounding.AsSpan(i * keys, keys));
        var targets = tensor(sounding, [frames.Count, keys]);
        var choices = -nn.functional.binary_cross_entropy_with_logits(logits, targets, reduction: nn.Reduction.None);
        int kept = keys - Math.Abs(transposition);
        return transposition switch
        {
            0 => choices,
            > 0 => nn.functional.pad(choices.narrow(1, transposition, kept), (0, transposition)),
            _ => nn.functional.pad(choices.narrow(1, 0, kept), (-transposition, 0)),
        };
    }
}
