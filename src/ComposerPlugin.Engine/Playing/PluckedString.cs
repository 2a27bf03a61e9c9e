using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] One plucked string: a delay line of one period that starts with noise and is damped in each pass (Karplus and Strong, Digital
/// Synthesis of Plucked-String and Drum Timbres, 1983).
/// </summary>
internal sealed class PluckedString
{
    /// <summary>The decay of a low string, in seconds.</summary>
    public const double LongestSeconds = 4;

    // Small speakers do not play tones below a bass guitar's E; they are played octaves higher, which also bounds the delay line.
    private const int LowestPitch = 28;
    private const double ConcertPitch = 440, ShortestSeconds = 0.6, DampedSeconds = 0.15;

    // The share of each pass that comes from the sample before: high frequencies decay first, as on a string.
    private const float Softness = 0.35f;

    private readonly float[] _line;
    private readonly double _sampleRate;
    private double _period;
    private int _length;
    private int _at;
    private float _fraction;
    private float _older;
    private float _previous;
    private float _loss;
    private int _left;

    public PluckedString(double sampleRate)
    {
        _sampleRate = sampleRate;
        _line = new float[(int)(sampleRate / Frequency(LowestPitch)) + 2];
    }

    /// <summary>The pitch.</summary>
    public Pitch Pitch { get; private set; }

    /// <summary>Whether it is held: plucked and not damped.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The frames for which it still sounds.</summary>
    public int FramesLeft => _left;

    /// <summary>Plucks it.</summary>
    public void Pluck(Pitch pitch, byte velocity)
    {
        (Pitch, IsHeld) = (pitch, true);
        int number = pitch.Number;
        while (number < LowestPitch)
            number += 12;
        double frequency = Frequency(number);
        _period = _sampleRate / frequency;
        // The low-pass delays by its share of a sample; the fractional rest of the period is interpolated.
        double delay = Math.Max(_period - Softness, 2);
        _length = (int)delay;
        _fraction = (float)(delay - _length);
        _at = 0;
        _older = _previous = 0;
        Excite(velocity / 127f, (uint)number + 1);
        Decay(Math.Clamp(LongestSeconds * Math.Sqrt(110 / frequency), ShortestSeconds, LongestSeconds));
    }

    /// <summary>Damps the string (fast release).</summary>
    public void Damp()
    {
        IsHeld = false;
        int left = _left;
        Decay(DampedSeconds);
        _left = Math.Min(left, _left);
    }

    /// <summary>Adds its sound.</summary>
    public void AddTo(Span<float> mono)
    {
        int count = Math.Min(mono.Length, _left);
        for (int i = 0; i < count; i++)
        {
            float oldest = _line[_at];
            float between = oldest + (_fraction * (_older - oldest));
            _older = oldest;
            _line[_at] = _loss * (between + (Softness * (_previous - between)));
            _previous = between;
            _at = _at + 1 < _length ? _at + 1 : 0;
            mono[i] += between;
        }
        _left -= count;
        IsHeld &= _left > 0;
    }

    // The noise of a pitch has a fixed seed, so that every bounce is the same; a soft note is duller, as on a string.
    private void Excite(float strength, uint seed)
    {
        uint state = seed * 2654435761u;
        float dull = 0.8f - (0.6f * strength), smooth = 0, sum = 0;
        for (int i = 0; i < _length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            smooth += (1 - dull) * (((state >> 8) / 8388608f) - 1 - smooth);
            _line[i] = smooth;
            sum += smooth;
        }
        float mean = sum / _length, peak = 1e-6f;
        for (int i = 0; i < _length; i++)
            peak = Math.Max(peak, Math.Abs(_line[i] -= mean));
        float scale = 0.5f * strength / peak;
        for (int i = 0; i < _length; i++)
            _line[i] *= scale;
    }

    // Decays to a thousandth in so many seconds.
    private void Decay(double seconds)
    {
        _loss = (float)Math.Pow(0.001, _period / (_sampleRate * seconds));
        _left = (int)(seconds * _sampleRate);
    }

    private static double Frequency(int number) => ConcertPitch * Math.Pow(2, (number - 69) / 12.0);
}
