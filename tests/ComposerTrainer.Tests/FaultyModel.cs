using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>A model whose logits are no numbers at one training step.</summary>
internal sealed class FaultyModel : nn.Module, IMelodyModel
{
    private readonly LstmModel _inner;
    private int _stepsToFault;

    public FaultyModel(LstmModel inner, int stepsToFault)
        : base("faulty")
    {
        (_inner, _stepsToFault) = (inner, stepsToFault);
        RegisterComponents();
    }

    public string Kind => _inner.Kind;

    public IReadOnlyList<(string Name, long[] Shape)> Past => _inner.Past;

    public (Tensor Hidden, Tensor Gap, Tensor[] Present) Step(Tensor note, Tensor place, Tensor hint, Tensor[] past)
    {
        var step = _inner.Step(note, place, hint, past);
        return training && _stepsToFault-- == 0 ? (step.Hidden, step.Gap * float.NaN, step.Present) : step;
    }

    public Tensor Pitch(Tensor hidden, Tensor gap, Tensor place) => _inner.Pitch(hidden, gap, place);

    public Tensor Duration(Tensor hidden, Tensor gap, Tensor pitch, Tensor place) => _inner.Duration(hidden, gap, pitch, place);

    public Tensor Velocity(Tensor hidden, Tensor pitch, Tensor duration, Tensor place) => _inner.Velocity(hidden, pitch, duration, place);

    public void WriteGraphs(string folder) => _inner.WriteGraphs(folder);
}
