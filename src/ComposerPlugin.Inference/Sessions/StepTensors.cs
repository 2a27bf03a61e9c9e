using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The inputs of a step graph for one <see cref="StepInput"/>.</summary>
/// <param name="form">Whether the graph has form inputs.</param>
internal sealed class StepTensors(bool form) : IDisposable
{
    private readonly BoundTensor<long> _note = new(1, 1, 3);
    private readonly BoundTensor<long> _barPosition = new(1, 1, 4);
    private readonly BoundTensor<long> _hint = new(1, 1, 4);
    private readonly BoundTensor<long>? _form = form ? new(1, 1, FormHint.Length) : null;

    /// <summary>Binds the tensors as inputs.</summary>
    public void BindTo(OrtIoBinding binding)
    {
        binding.BindInput(GraphPorts.Note, _note.Value);
        binding.BindInput(GraphPorts.BarPosition, _barPosition.Value);
        binding.BindInput(GraphPorts.Hint, _hint.Value);
        if (_form is not null)
            binding.BindInput(GraphPorts.Form, _form.Value);
    }

    /// <summary>Writes the input of the next run.</summary>
    public void Write(in StepInput input)
    {
        var note = _note.Values;
        (note[0], note[1], note[2]) = (input.Pitch, input.Ioi, input.Duration);
        var barPosition = _barPosition.Values;
        (barPosition[0], barPosition[1], barPosition[2], barPosition[3]) = (input.BarPosition, input.Meter, input.Bar, input.Key);
        var hint = _hint.Values;
        (hint[0], hint[1], hint[2], hint[3]) = (input.Hint.Pitch, input.Hint.Ioi, input.Hint.Duration, input.Hint.Length);
        if (_form is null)
            return;
        var classes = input.Form.Classes;
        for (int i = 0; i < classes.Length; i++)
            _form.Values[i] = classes[i];
    }

    public void Dispose()
    {
        _note.Dispose();
        _barPosition.Dispose();
        _hint.Dispose();
        _form?.Dispose();
    }
}
