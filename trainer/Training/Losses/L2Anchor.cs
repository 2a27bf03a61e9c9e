using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Holds weights near their start values: after each optimiser step they move back by a small share of the difference (L2-SP of Li,
/// Grandvalet and Davoine, Explicit Inductive Bias for Transfer Learning, 2018, decoupled from the gradient as in AdamW).
/// </summary>
internal sealed class L2Anchor : IDisposable
{
    private readonly List<Tensor> _start;
    private readonly double _strength;

    /// <summary>Copies the start values.</summary>
    /// <param name="start">The start values.</param>
    /// <param name="strength">The share of the difference removed per step and unit of the learning rate.</param>
    public L2Anchor(IEnumerable<Parameter> start, double strength)
    {
        _start = [.. start.Select(parameter => parameter.detach().clone())];
        _strength = strength;
    }

    /// <summary>Moves the weights back.</summary>
    /// <param name="parameters">The weights, in the order of the start values.</param>
    /// <param name="rate">The learning rate of the step.</param>
    public void Pull(IReadOnlyList<Parameter> parameters, double rate)
    {
        using var noGradients = no_grad();
        for (int i = 0; i < _start.Count; i++)
            parameters[i].lerp_(_start[i], (float)(_strength * rate));
    }

    public void Dispose() => _start.ForEach(tensor => tensor.Dispose());
}
