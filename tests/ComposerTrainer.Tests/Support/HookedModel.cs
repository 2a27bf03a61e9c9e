using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>A model that calls a hook before each training step, with the number of the step from 0.</summary>
internal sealed class HookedModel : nn.Module, IMelodyModel
{
    private readonly RecurrentModel _inner;
    private readonly Action<int> _atStep;
    private int _steps;

    public HookedModel(RecurrentModel inner, Action<int> atStep)
        : base("hooked")
    {
        (_inner, _atStep) = (inner, atStep);
        RegisterComponents();
    }

    public string Type => _inner.Type;

    public IReadOnlyList<(string Name, long[] Shape)> Past => _inner.Past;

    public bool HasForm => _inner.HasForm;

    public MelodyHeads Heads => _inner.Heads;

    public (Tensor Hidden, Tensor[] Present) Step(StepInputs inputs, Tensor[] past)
    {
        if (training)
            _atStep(_steps++);
        return _inner.Step(inputs, past);
    }

    public void WriteGraphs(string folder) => _inner.WriteGraphs(folder);
}
