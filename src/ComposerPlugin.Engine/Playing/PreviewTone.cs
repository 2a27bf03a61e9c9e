using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] A small instrument of plucked strings, so that notes are heard where there is no other. The caller hands over a block's notes, then renders the block.</summary>
public sealed class PreviewTone
{
    /// <summary>How many notes can sound at once; one more takes the place of the one that is nearest its end.</summary>
    public const int Strings = 16;

    /// <summary>How long a note sounds at most, in seconds.</summary>
    public const double LongestSeconds = PluckedString.LongestSeconds;

    private const int Capacity = 512;

    // From one level to another in about 5 ms.
    private const double GlideSeconds = 0.005;

    private readonly Stroke[] _strokes = new Stroke[Capacity];
    private PluckedString[] _strings = [];
    private int _count;
    private int _taken;
    private float _gain;
    private float _glide;

    /// <summary>[audio] Whether nothing sounds and nothing is about to.</summary>
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

    /// <summary>[main, inactive] Strings it for a sample rate; all is silent then.</summary>
    public void Activate(double sampleRate)
    {
        _strings = new PluckedString[Strings];
        for (int i = 0; i < Strings; i++)
            _strings[i] = new(sampleRate);
        _glide = (float)(1 - Math.Exp(-1 / (GlideSeconds * sampleRate)));
        (_count, _taken) = (0, 0);
    }

    /// <summary>[audio] A note begins at a frame of the block that is rendered next. Frames ascend; more than there is room for are not heard.</summary>
    public void Press(int frame, Pitch pitch, byte velocity) => Add(new(frame, pitch, velocity));

    /// <summary>[audio] A note ends at a frame of the block that is rendered next.</summary>
    public void Release(int frame, Pitch pitch) => Add(new(frame, pitch, 0));

    /// <summary>[audio] Renders the next frames of a block.</summary>
    /// <param name="from">The frame of the block at which they begin: 0, then where the last call ended.</param>
    /// <param name="mono">Takes them.</param>
    /// <param name="gain">How loud, as a factor.</param>
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

    /// <summary>[audio] The block is over. What was handed over and not rendered, as in a block of no frames, is played now.</summary>
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
