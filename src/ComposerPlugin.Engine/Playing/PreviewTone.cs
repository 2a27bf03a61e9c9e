using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] A small plucked-string instrument, to hear notes without another one. The caller passes the notes of a block, then renders the
/// block.
/// </summary>
public sealed class PreviewTone
{
    /// <summary>The most notes at once; another one replaces the one nearest to its end.</summary>
    public const int Strings = 16;

    /// <summary>The longest note, in seconds.</summary>
    public const double LongestSeconds = PluckedString.LongestSeconds;

    private const int Capacity = 512;

    // Gain changes take about 5 ms.
    private const double GlideSeconds = 0.005;

    private readonly Stroke[] _strokes = new Stroke[Capacity];
    private PluckedString[] _strings = [];
    private int _count;
    private int _taken;
    private float _gain;
    private float _glide;

    /// <summary>[audio] Whether nothing sounds or is about to.</summary>
    public bool IsSilent => _count == 0 && IsStill;

    private bool IsStill
    {
        get
        {
            bool still = true;
            foreach (var one in _strings)
                still &= one.FramesLeft == 0;
            return still;
        }
    }

    /// <summary>[main, inactive] Prepares it for a sample rate; nothing sounds afterwards.</summary>
    public void Activate(double sampleRate)
    {
        _strings = new PluckedString[Strings];
        for (int i = 0; i < Strings; i++)
            _strings[i] = new(sampleRate);
        _glide = (float)(1 - Math.Exp(-1 / (GlideSeconds * sampleRate)));
        (_count, _taken) = (0, 0);
    }

    /// <summary>
    /// [audio] Begins a note at a frame of the block that is rendered next. Frames ascend; notes without room are dropped.
    /// </summary>
    public void Press(int frame, Pitch pitch, byte velocity) => Add(new(frame, pitch, velocity));

    /// <summary>[audio] Ends a note at a frame of the block that is rendered next.</summary>
    public void Release(int frame, Pitch pitch) => Add(new(frame, pitch, 0));

    /// <summary>[audio] Renders the next frames of a block.</summary>
    /// <param name="from">The first frame: 0, then the end of the last call.</param>
    /// <param name="mono">Receives them.</param>
    /// <param name="gain">The gain, as a factor.</param>
    public void Render(int from, Span<float> mono, float gain)
    {
        mono.Clear();
        if (IsStill)
            _gain = gain;
        for (int at = 0; at < mono.Length;)
        {
            while (_taken < _count && _strokes[_taken].Frame <= from + at)
                Play(_strokes[_taken++]);
            int end = _taken < _count ? Math.Min(_strokes[_taken].Frame - from, mono.Length) : mono.Length;
            foreach (var one in _strings)
                one.AddTo(mono[at..end]);
            at = end;
        }
        foreach (ref float sample in mono)
            sample *= _gain += _glide * (gain - _gain);
    }

    /// <summary>[audio] Ends the block. Notes that were passed but not rendered, as in a block without frames, are played now.</summary>
    public void EndBlock()
    {
        while (_taken < _count)
            Play(_strokes[_taken++]);
        (_count, _taken) = (0, 0);
    }

    private void Add(in Stroke stroke)
    {
        if (_count < Capacity)
            _strokes[_count++] = stroke;
    }

    private void Play(in Stroke stroke)
    {
        var chosen = _strings[0];
        foreach (var one in _strings)
        {
            if (one.IsHeld && one.Pitch == stroke.Pitch)
                one.Damp();
            if (one.FramesLeft < chosen.FramesLeft)
                chosen = one;
        }
        if (stroke.Velocity > 0)
            chosen.Pluck(stroke.Pitch, stroke.Velocity);
    }

    private readonly record struct Stroke(int Frame, Pitch Pitch, byte Velocity);
}
