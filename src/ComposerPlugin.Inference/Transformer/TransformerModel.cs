using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// Type <see cref="ModelType.Transformer"/>: attends to all steps in a window of <see cref="Capacities.ContextSteps"/>. When the window
/// is full, the next one begins with its newer half, at positions from 0, so that positions never exceed those of the training. The state
/// therefore depends only on the steps read. The next window is read while the current one fills, a step with each step of its newer half,
/// so that no call takes longer than two steps.
/// </summary>
public sealed class TransformerModel : MelodyModel
{
    private const int Window = Capacities.ContextSteps, Half = Window / 2;

    private readonly TransformerStep _step;
    private readonly TransformerStep _ahead;
    private readonly TimedRuns _runs;
    private readonly BoundTensor<float> _hidden;
    private readonly OutputHeads _heads;
    private readonly float[] _aheadHidden;
    private readonly StepInput[] _markedInputs = new StepInput[Window];
    private readonly float[] _markedHidden;
    private readonly StepInput[] _inputs = new StepInput[Window];

    // The current window; the next one, which has steps from the middle of the current one; and the window of the mark, once it was left.
    private CachedContext _current;
    private CachedContext _next;
    private CachedContext _kept;
    private int _marked;

    // How often the window has moved since the mark.
    private int _moves;

    internal TransformerModel(StyleSessions style, TransformerShape shape, TransformerStep step, TransformerStep ahead)
    {
        (_step, _ahead) = (step, ahead);
        _runs = style.NewRuns();
        (_current, _next, _kept) = (new(shape, Window), new(shape, Window), new(shape, Window));
        _hidden = new(1, 1, shape.Width);
        _aheadHidden = new float[shape.Width];
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
        _current.Count = _next.Count = 0;
        _hidden.Values.Clear();
        Mark();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        if (_current.Count == Window)
            Move();
        _inputs[_current.Count] = input;
        _step.Run(_current, input, _hidden.Values);
        ReadAhead();
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
        (_marked, _moves) = (_current.Count, 0);
        _hidden.Values.CopyTo(_markedHidden);
    }

    /// <inheritdoc/>
    public override void Return()
    {
        if (_moves > 0)
            ReturnToKept();
        _current.Count = _marked;
        _next.Count = Math.Min(_next.Count, Math.Max(_marked - Half, 0));
        _markedHidden.CopyTo(_hidden.Values);
        _moves = 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Forget();
        _heads.Dispose();
        _hidden.Dispose();
        _runs.Dispose();
    }

    private void Move()
    {
        while (_next.Count < Half)
            ReadNext();
        if (_moves++ == 0)
        {
            // The mark is in the window that is left: its steps stay.
            _inputs.AsSpan(0, _marked).CopyTo(_markedInputs);
            (_current, _next, _kept) = (_next, _kept, _current);
        }
        else
            (_current, _next) = (_next, _current);
        _next.Count = 0;
        _inputs.AsSpan(Half).CopyTo(_inputs);
        Forget();
    }

    private void ReturnToKept()
    {
        // After one move the current window begins with the steps that the next one of the marked window needs.
        if (_moves == 1)
            (_current, _next, _kept) = (_kept, _current, _next);
        else
        {
            (_current, _kept) = (_kept, _current);
            _next.Count = 0;
        }
        _markedInputs.AsSpan(0, _marked).CopyTo(_inputs);
        Forget();
    }

    // A context that one of the two has loaded may have been written by the other.
    private void Forget()
    {
        foreach (var context in (ReadOnlySpan<CachedContext>)[_current, _next, _kept])
        {
            _step.Forget(context);
            _ahead.Forget(context);
        }
    }

    // One step, or more where a return has left the next window behind: as many as have it ready in time.
    private void ReadAhead()
    {
        int behind = _current.Count - Half - _next.Count;
        if (behind <= 0)
            return;
        int left = Window - _current.Count + 1;
        for (int read = (behind + left - 1) / left; read > 0; read--)
            ReadNext();
    }

    private void ReadNext() => _ahead.Run(_next, _inputs[Half + _next.Count], _aheadHidden);
}
