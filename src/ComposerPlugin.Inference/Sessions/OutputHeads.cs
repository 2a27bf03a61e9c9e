using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The four chained heads of a style, over one hidden vector.</summary>
internal sealed class OutputHeads : IDisposable
{
    private readonly Head _gap;
    private readonly Head _pitch;
    private readonly Head _duration;
    private readonly Head _velocity;

    /// <param name="style">Whose graphs to run.</param>
    /// <param name="options">For every run.</param>
    /// <param name="hidden">The hidden vector, which the step graph writes.</param>
    public OutputHeads(StyleSessions style, RunOptions options, BoundTensor<float> hidden)
    {
        _gap = Open(HeadShape.Gap);
        _pitch = Open(HeadShape.Pitch);
        _duration = Open(HeadShape.Duration);
        _velocity = Open(HeadShape.Velocity);

        Head Open(HeadShape shape) => new(style.Session(shape.Role), shape, options, hidden);
    }

    /// <summary>How strongly the motifs weigh; 0 as learnt.</summary>
    public float Memory
    {
        set => _gap.Memory = _pitch.Memory = _duration.Memory = value;
    }

    public ReadOnlySpan<float> Gap(MotifForecast? motifs)
    {
        if (_gap.IsGated)
            motifs?.Timing(_gap.Motif, _gap.Features);
        return _gap.Logits();
    }

    public ReadOnlySpan<float> Pitch(MotifForecast? motifs, int gap, int place)
    {
        if (_pitch.IsGated)
            motifs?.Pitch(gap, _pitch.Motif, _pitch.Features);
        return _pitch.Logits(gap, place);
    }

    public ReadOnlySpan<float> Duration(MotifForecast? motifs, int gap, int pitch, int place)
    {
        if (_duration.IsGated)
            motifs?.Duration(gap, pitch, _duration.Motif, _duration.Features);
        return _duration.Logits(gap, pitch, place);
    }

    public ReadOnlySpan<float> Velocity(int pitch, int duration, int place) => _velocity.Logits(pitch, duration, place);

    public void Dispose()
    {
        _gap.Dispose();
        _pitch.Dispose();
        _duration.Dispose();
        _velocity.Dispose();
    }
}
