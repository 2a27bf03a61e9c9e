using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Leans pitches towards a register: the further away, the less likely. Allocates only in the constructor.</summary>
internal sealed class RegisterLean
{
    // In semitones: a pitch this far away is e^-0.5 times as likely.
    private const float Spread = 6;

    private readonly float[] _leaning = new float[Pitch.Count];

    /// <summary>The logits of pitches, leaning. They are valid until the next call.</summary>
    /// <param name="logits">The logits, one for each MIDI note number.</param>
    /// <param name="centre">The middle of the register, as a MIDI note number.</param>
    public ReadOnlySpan<float> Apply(ReadOnlySpan<float> logits, float centre)
    {
        for (int pitch = 0; pitch < logits.Length; pitch++)
        {
            float away = (pitch - centre) / Spread;
            _leaning[pitch] = logits[pitch] - (away * away / 2);
        }
        return _leaning.AsSpan(0, logits.Length);
    }
}
