using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Leans pitches to the degrees on which the music of the style approaches a rest, within a bar before it. Allocates only in the
/// constructor.
/// </summary>
internal sealed class CadenceLean
{
    private readonly float[] _leaning = new float[Pitch.Count];
    private readonly float[] _degrees = new float[PhraseEndings.Degrees];

    /// <summary>The logits of pitches, leaning. They are valid until the next call.</summary>
    /// <param name="logits">The logits, one for each MIDI note number.</param>
    /// <param name="approaches">The approaches of the style's music.</param>
    /// <param name="tonic">The pitch class of the tonic.</param>
    /// <param name="rest">The pitch class of the rest.</param>
    /// <param name="parts">How far the note is before it, in eighths of a bar, 1 to <see cref="CadenceApproaches.Parts"/>.</param>
    public ReadOnlySpan<float> Apply(ReadOnlySpan<float> logits, CadenceApproaches approaches, int tonic, int rest, int parts)
    {
        approaches.Fill(PhraseEndings.DegreeOf(rest, tonic), parts, _degrees);
        for (int pitch = 0; pitch < logits.Length; pitch++)
            _leaning[pitch] = logits[pitch] + _degrees[PhraseEndings.DegreeOf(pitch, tonic)];
        return _leaning.AsSpan(0, logits.Length);
    }
}
