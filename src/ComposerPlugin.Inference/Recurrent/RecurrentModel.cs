using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// A model with a recurrent state of fixed size: types <see cref="ModelType.Lstm"/>, <see cref="ModelType.Gru"/> and
/// <see cref="ModelType.Ensemble"/>. Also the decoder of <see cref="ModelType.Vae"/>.
/// </summary>
public sealed class RecurrentModel : MelodyModel
{
    private readonly InferenceSession _step;
    private readonly TimedRuns _runs;
    private readonly StepTensors _tensors = new();
    private readonly BoundTensor<float> _hidden;
    private readonly RecurrentState[] _states;
    private readonly BoundTensor<float>? _latent;

    // The same tensors bound twice: from the even states to the odd ones and back.
    private readonly OrtIoBinding _toOdd;
    private readonly OrtIoBinding _toEven;
    private readonly OutputHeads _heads;
    private readonly float[] _markedHidden;

    // Whether the odd states are the current ones.
    private bool _isOdd;

    internal RecurrentModel(StyleSessions style, RecurrentShape shape)
    {
        _step = style.Session(GraphRole.Step);
        _runs = style.NewRuns();
        _hidden = new(1, 1, shape.Width);
        _markedHidden = new float[shape.Width];
        _states = [.. shape.States.Select(state => new RecurrentState(state.Name, state.Layers, state.Width))];
        _latent = shape.Latent > 0 ? new(1, shape.Latent) : null;
        _toOdd = Bind(toOdd: true);
        _toEven = Bind(toOdd: false);
        _heads = new(style, _runs, _hidden);
    }

    /// <inheritdoc/>
    public override float Memory
    {
        set => _heads.Memory = value;
    }

    /// <summary>[worker] The latent of a VAE's decoder, [z]; empty for other types.</summary>
    internal Span<float> Latent => _latent is null ? default : _latent.Values;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> IoiLogits() => _heads.Ioi(Motifs);

    /// <inheritdoc/>
    public override void Reset()
    {
        foreach (var state in _states)
            state.Clear();
        _hidden.Values.Clear();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        _tensors.Write(input);
        _runs.Run(_step, _isOdd ? _toEven : _toOdd);
        _isOdd = !_isOdd;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition) => _heads.Pitch(Motifs, ioi, barPosition);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) =>
        _heads.Duration(Motifs, ioi, pitch, barPosition);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
        _heads.Velocity(pitch, duration, barPosition);

    /// <inheritdoc/>
    public override void Mark()
    {
        foreach (var state in _states)
            state.Mark(_isOdd);
        _hidden.Values.CopyTo(_markedHidden);
    }

    /// <inheritdoc/>
    public override void Return()
    {
        foreach (var state in _states)
            state.Return(_isOdd);
        _markedHidden.CopyTo(_hidden.Values);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        // Bindings first: they refer to the tensors.
        IDisposable[] parts = [_toOdd, _toEven, _heads, .. _states, _tensors, _hidden, _runs];
        foreach (var part in parts)
            part.Dispose();
        _latent?.Dispose();
    }

    private OrtIoBinding Bind(bool toOdd)
    {
        var binding = _step.CreateIoBinding();
        _tensors.BindTo(binding);
        binding.BindOutput(GraphPorts.Hidden, _hidden.Value);
        if (_latent is not null)
            binding.BindInput(GraphPorts.Latent, _latent.Value);
        foreach (var state in _states)
        {
            binding.BindInput(state.Past, (toOdd ? state.Even : state.Odd).Value);
            binding.BindOutput(state.Present, (toOdd ? state.Odd : state.Even).Value);
        }
        return binding;
    }
}
