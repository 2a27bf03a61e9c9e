using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>A model whose past is a state of fixed size: kinds <see cref="ModelKind.Lstm"/> and <see cref="ModelKind.Gru"/>.</summary>
public sealed class RecurrentModel : MelodyModel
{
    private readonly InferenceSession _step;
    private readonly RunOptions _options = new();
    private readonly BoundTensor<long> _note = new(1, 1, 3);
    private readonly BoundTensor<long> _place = new(1, 1, 3);
    private readonly BoundTensor<long> _hint = new(1, 1, 4);
    private readonly BoundTensor<float> _hidden;
    private readonly BoundTensor<float> _gap = new(1, 1, Vocabulary.Gaps);
    private readonly RecurrentState[] _states;

    // The same tensors bound twice: from the even states to the odd ones, and back.
    private readonly OrtIoBinding _toOdd;
    private readonly OrtIoBinding _toEven;
    private readonly Head _pitch;
    private readonly Head _duration;
    private readonly Head _velocity;
    private readonly float[] _markedHidden;
    private readonly float[] _markedGap = new float[Vocabulary.Gaps];

    // Which of each pair of states is the present one.
    private bool _isOdd;

    internal RecurrentModel(Style style, RecurrentShape shape)
    {
        _step = style.Session(GraphRole.Step);
        _hidden = new(1, 1, shape.Width);
        _markedHidden = new float[shape.Width];
        _states = [.. shape.States.Select(name => new RecurrentState(name, shape.Layers, shape.StateWidth))];
        _toOdd = Bind(toOdd: true);
        _toEven = Bind(toOdd: false);
        _pitch = new(style.Session(GraphRole.Pitch), _options, _hidden, Head.PitchInputs, Vocabulary.Pitches);
        _duration = new(style.Session(GraphRole.Duration), _options, _hidden, Head.DurationInputs, Vocabulary.Durations);
        _velocity = new(style.Session(GraphRole.Velocity), _options, _hidden, Head.VelocityInputs, Vocabulary.Velocities);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> GapLogits => _gap.Values;

    /// <inheritdoc/>
    public override void Reset()
    {
        foreach (var state in _states)
            state.Clear();
        _hidden.Values.Clear();
        _gap.Values.Clear();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        var note = _note.Values;
        (note[0], note[1], note[2]) = (input.Pitch, input.Gap, input.Duration);
        var place = _place.Values;
        (place[0], place[1], place[2]) = (input.Place, input.Meter, input.Bar);
        var hint = _hint.Values;
        (hint[0], hint[1], hint[2], hint[3]) = (input.Hint.Pitch, input.Hint.Gap, input.Hint.Duration, input.Hint.Length);
        _step.RunWithBinding(_options, _isOdd ? _toEven : _toOdd);
        _isOdd = !_isOdd;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int gap, int place) => _pitch.Logits(gap, place);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int gap, int pitch, int place) => _duration.Logits(gap, pitch, place);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int place) => _velocity.Logits(pitch, duration, place);

    /// <inheritdoc/>
    public override void Mark()
    {
        foreach (var state in _states)
            state.Mark(_isOdd);
        _hidden.Values.CopyTo(_markedHidden);
        _gap.Values.CopyTo(_markedGap);
    }

    /// <inheritdoc/>
    public override void Return()
    {
        foreach (var state in _states)
            state.Return(_isOdd);
        _markedHidden.CopyTo(_hidden.Values);
        _markedGap.CopyTo(_gap.Values);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        // The bindings before what they bind.
        IDisposable[] parts = [_toOdd, _toEven, _pitch, _duration, _velocity, .. _states, _note, _place, _hint, _hidden, _gap, _options];
        foreach (var part in parts)
            part.Dispose();
    }

    private OrtIoBinding Bind(bool toOdd)
    {
        var binding = _step.CreateIoBinding();
        binding.BindInput("note", _note.Value);
        binding.BindInput("place", _place.Value);
        binding.BindInput("hint", _hint.Value);
        binding.BindOutput("hidden", _hidden.Value);
        binding.BindOutput("gap", _gap.Value);
        foreach (var state in _states)
        {
            binding.BindInput(state.Past, (toOdd ? state.Even : state.Odd).Value);
            binding.BindOutput(state.Present, (toOdd ? state.Odd : state.Even).Value);
        }
        return binding;
    }
}
