using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// Type <see cref="ModelType.Transformer"/>: attends to all steps in a window of <see cref="Capacities.ContextSteps"/>. When the window
/// is full, the newer half is read again with positions from 0, so that positions never exceed those of the training. The state therefore
/// depends only on the steps read. Moving the window takes half a window of steps in one call of <see cref="Advance"/>.
/// </summary>
public sealed class TransformerModel : MelodyModel
{
    private const int Window = Capacities.ContextSteps;

    private readonly TransformerStep _step;
    private readonly CachedContext _past;
    private readonly TimedRuns _runs;
    private readonly BoundTensor<float> _hidden;
    private readonly OutputHeads _heads;
    private readonly StepInput[] _inputs = new StepInput[Window];
    private readonly StepInput[] _markedInputs = new StepInput[Window];
    private readonly float[] _markedHidden;
    private int _marked;

    // Whether the window has moved since the mark.
    private bool _hasMoved;

    internal TransformerModel(StyleSessions style, TransformerShape shape, TransformerStep step)
    {
        _step = step;
        _runs = style.NewRuns();
        _past = new(shape, Window);
        _hidden = new(1, 1, shape.Width);
        _markedHidden = new float[shape.Width];
        _heads = new(style, _runs, _hidden);
    }

    /// <inheritdoc/>
    public override float Memory
    {
        set => _heads.Memory = value;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> IoiLogits() => _heads.Ioi(Motifs);

    /// <inheritdoc/>
    public override void Reset()
    {
        _past.Count = 0;
        _hidden.Values.Clear();
        Mark();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        if (_past.Count == Window)
            MoveWindow();
        Read(input);
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
        (_marked, _hasMoved) = (_past.Count, false);
        _hidden.Values.CopyTo(_markedHidden);
    }

    /// <inheritdoc/>
    public override void Return()
    {
        if (_hasMoved)
            ReadAgain(_markedInputs.AsSpan(0, _marked));
        (_past.Count, _hasMoved) = (_marked, false);
        _markedHidden.CopyTo(_hidden.Values);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _step.Forget(_past);
        _heads.Dispose();
        _hidden.Dispose();
        _runs.Dispose();
    }

    private void Read(in StepInput input)
    {
        _inputs[_past.Count] = input;
        _step.Run(_past, input, _hidden.Values);
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
        _past.Count = 0;
        foreach (var input in inputs)
            Read(input);
    }
}
