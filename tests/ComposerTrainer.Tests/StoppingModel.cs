using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>A model that breaks off training in the middle of a step.</summary>
internal sealed class StoppingModel : nn.Module, IMelodyModel
{
    private readonly LstmModel _inner;
    private int _stepsLeft;

    public StoppingModel(LstmModel inner, int stepsLeft)
        : base("stopping")
    {
        (_inner, _stepsLeft) = (inner, stepsLeft);
        RegisterComponents();
    }

    public string Kind => _inner.Kind;

    public IReadOnlyList<(string Name, long[] Shape)> Past => _inner.Past;

    public (Tensor Hidden, Tensor Gap, Tensor[] Present) Step(Tensor note, Tensor place, Tensor hint, Tensor[] past)
    {
        if (training && _stepsLeft-- == 0)
            throw new IOException("stopped");
        return _inner.Step(note, place, hint, past);
    }

    public Tensor Pitch(Tensor hidden, Tensor gap, Tensor place) => _inner.Pitch(hidden, gap, place);

    public Tensor Duration(Tensor hidden, Tensor gap, Tensor pitch, Tensor place) => _inner.Duration(hidden, gap, pitch, place);

    public Tensor Velocity(Tensor hidden, Tensor pitch, Tensor duration, Tensor place) => _inner.Velocity(hidden, pitch, duration, place);

    public void WriteGraphs(string folder) => _inner.WriteGraphs(folder);
}
