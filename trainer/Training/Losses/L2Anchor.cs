using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Holds weights near those that training began with: after each step of the optimiser they go a little of the way back
/// (L2-SP of Li, Grandvalet and Davoine, Explicit Inductive Bias for Transfer Learning, 2018, decoupled from the gradient as in AdamW).
/// </summary>
internal sealed class L2Anchor : IDisposable
{
    private readonly List<Tensor> _start;
    private readonly double _strength;

    /// <param name="start">The weights to stay near.</param>
    /// <param name="strength">The share of the way back, per unit of the learning rate.</param>
    public L2Anchor(IEnumerable<Parameter> start, double strength)
    {
        _start = [.. start.Select(parameter => parameter.detach().clone())];
        _strength = strength;
    }

    /// <summary>Goes back a little.</summary>
    /// <param name="parameters">The weights now, in the same order.</param>
    /// <param name="rate">The learning rate of the step.</param>
    public void Pull(IReadOnlyList<Parameter> parameters, double rate)
    {
        using var noGradients = no_grad();
        for (int i = 0; i < _start.Count; i++)
            parameters[i].lerp_(_start[i], (float)(_strength * rate));
    }

    public void Dispose() => _start.ForEach(tensor => tensor.Dispose());
}
