using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>What a step graph reads of the music at one step.</summary>
internal sealed class StepTensors : IDisposable
{
    private readonly BoundTensor<long> _note = new(1, 1, 3);
    private readonly BoundTensor<long> _place = new(1, 1, 4);
    private readonly BoundTensor<long> _hint = new(1, 1, 4);

    /// <summary>Has the graph read from here.</summary>
    public void BindTo(OrtIoBinding binding)
    {
        binding.BindInput("note", _note.Value);
        binding.BindInput("place", _place.Value);
        binding.BindInput("hint", _hint.Value);
    }

    /// <summary>Sets down what the next run reads.</summary>
    public void Write(in StepInput input)
    {
        var note = _note.Values;
        (note[0], note[1], note[2]) = (input.Pitch, input.Gap, input.Duration);
        var place = _place.Values;
        (place[0], place[1], place[2], place[3]) = (input.Place, input.Meter, input.Bar, input.Key);
        var hint = _hint.Values;
        (hint[0], hint[1], hint[2], hint[3]) = (input.Hint.Pitch, input.Hint.Gap, input.Hint.Duration, input.Hint.Length);
    }

    public void Dispose()
    {
        _note.Dispose();
        _place.Dispose();
        _hint.Dispose();
    }
}
