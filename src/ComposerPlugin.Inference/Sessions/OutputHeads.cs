using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// The four heads of a style. All read the same hidden vector; each also reads the attributes sampled by the heads before it.
/// </summary>
internal sealed class OutputHeads : IDisposable
{
    private readonly Head _ioi;
    private readonly Head _pitch;
    private readonly Head _duration;
    private readonly Head _velocity;

    /// <param name="style">The style's graphs.</param>
    /// <param name="runs">Runs the graphs.</param>
    /// <param name="hidden">The hidden vector, an output of the step graph, [1, 1, w].</param>
    public OutputHeads(StyleSessions style, TimedRuns runs, BoundTensor<float> hidden)
    {
        _ioi = Open(HeadShape.Ioi);
        _pitch = Open(HeadShape.Pitch);
        _duration = Open(HeadShape.Duration);
        _velocity = Open(HeadShape.Velocity);

        Head Open(HeadShape shape) => new(style.Session(shape.Role), shape, runs, hidden);
    }

    /// <summary>The log weight added to the motifs; 0 as trained.</summary>
    public float Memory
    {
        set => _ioi.Memory = _pitch.Memory = _duration.Memory = value;
    }

    public ReadOnlySpan<float> Ioi(MotifPredictor? motifs)
    {
        if (_ioi.IsGated)
            motifs?.Timing(_ioi.Motif, _ioi.Features);
        return _ioi.Logits();
    }

    public ReadOnlySpan<float> Pitch(MotifPredictor? motifs, int ioi, int barPosition)
    {
        if (_pitch.IsGated)
            motifs?.Pitch(ioi, _pitch.Motif, _pitch.Features);
        return _pitch.Logits(ioi, barPosition);
    }

    public ReadOnlySpan<float> Duration(MotifPredictor? motifs, int ioi, int pitch, int barPosition)
    {
        if (_duration.IsGated)
            motifs?.Duration(ioi, pitch, _duration.Motif, _duration.Features);
        return _duration.Logits(ioi, pitch, barPosition);
    }

    public ReadOnlySpan<float> Velocity(int pitch, int duration, int barPosition) => _velocity.Logits(pitch, duration, barPosition);

    public void Dispose()
    {
        _ioi.Dispose();
        _pitch.Dispose();
        _duration.Dispose();
        _velocity.Dispose();
    }
}
