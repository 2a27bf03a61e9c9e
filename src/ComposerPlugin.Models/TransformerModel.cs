using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>
/// A model that looks back at every step in a window: kind <see cref="ModelKind.Transformer"/>. When the window is full, the newer half of it is
/// read again as if music began there: positions then count from its first step, and never exceed those that were learnt. So what the model
/// knows depends on the steps that it was told, and on nothing else.
/// </summary>
public sealed class TransformerModel : MelodyModel
{
    /// <summary>How many steps it can look back at, about as many as a tune in training has at most; at least half of them always stay.</summary>
    public const int Window = 512;

    private readonly InferenceSession _step;
    private readonly RunOptions _options = new();
    private readonly StepTensors _tensors = new();
    private readonly BoundTensor<float> _hidden;
    private readonly KeyValueCache _keys;
    private readonly KeyValueCache _values;

    // One for each number of steps in the past.
    private readonly OrtIoBinding[] _bindings;
    private readonly MelodyHeads _heads;
    private readonly StepInput[] _inputs = new StepInput[Window];
    private readonly StepInput[] _markedInputs = new StepInput[Window];
    private readonly float[] _markedHidden;
    private int _count;
    private int _marked;

    // Whether the window has moved since the mark.
    private bool _hasMoved;

    internal TransformerModel(Style style, TransformerShape shape)
    {
        _step = style.Session(GraphRole.Step);
        _hidden = new(1, 1, shape.Width);
        _markedHidden = new float[shape.Width];
        _keys = new("k", shape, Window);
        _values = new("v", shape, Window);
        _bindings = [.. Enumerable.Range(0, Window).Select(Bind)];
        _heads = new(style, _options, _hidden);
    }

    /// <inheritdoc/>
    public override float Memory
    {
        set => _heads.Memory = value;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> GapLogits() => _heads.Gap(Motifs);

    /// <inheritdoc/>
    public override void Reset()
    {
        _count = 0;
        _hidden.Values.Clear();
        Mark();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        if (_count == Window)
            MoveWindow();
        Read(input);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int gap, int place) => _heads.Pitch(Motifs, gap, place);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int gap, int pitch, int place) => _heads.Duration(Motifs, gap, pitch, place);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int place) => _heads.Velocity(pitch, duration, place);

    /// <inheritdoc/>
    public override void Mark()
    {
        (_marked, _hasMoved) = (_count, false);
        _hidden.Values.CopyTo(_markedHidden);
    }

    /// <inheritdoc/>
    public override void Return()
    {
        if (_hasMoved)
            ReadAgain(_markedInputs.AsSpan(0, _marked));
        _keys.Truncate(_count, _marked);
        _values.Truncate(_count, _marked);
        (_count, _hasMoved) = (_marked, false);
        _markedHidden.CopyTo(_hidden.Values);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        // The bindings before what they bind.
        IDisposable[] parts = [.. _bindings, _heads, _keys, _values, _tensors, _hidden, _options];
        foreach (var part in parts)
            part.Dispose();
    }

    private void Read(in StepInput input)
    {
        _inputs[_count] = input;
        _tensors.Write(input);
        _step.RunWithBinding(_options, _bindings[_count]);
        _count++;
    }

    private void MoveWindow()
    {
        if (!_hasMoved)
            _inputs.AsSpan(0, _marked).CopyTo(_markedInputs);
        _hasMoved = true;
        ReadAgain(_inputs.AsSpan(Window / 2));
    }

    private void ReadAgain(ReadOnlySpan<StepInput> inputs)
    {
        _count = 0;
        foreach (var input in inputs)
            Read(input);
    }

    private OrtIoBinding Bind(int count)
    {
        var binding = _step.CreateIoBinding();
        _tensors.BindTo(binding);
        binding.BindInput(_keys.Past, _keys[count]);
        binding.BindInput(_values.Past, _values[count]);
        binding.BindOutput("hidden", _hidden.Value);
        binding.BindOutput(_keys.Present, _keys[count + 1]);
        binding.BindOutput(_values.Present, _values[count + 1]);
        return binding;
    }
}
