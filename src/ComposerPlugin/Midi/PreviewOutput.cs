using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[audio] Plays the notes sent to the host as plucked tones on the stereo output.</summary>
public sealed class PreviewOutput
{
    private const int Chunk = 256;

    private readonly PreviewTone _tone = new();
    private readonly float[] _mono = new float[Chunk];

    /// <summary>[main, inactive] Allocates for a sample rate in hertz.</summary>
    public void Activate(double sampleRate) => _tone.Activate(sampleRate);

    /// <summary>[audio] Starts or ends the tone of a note sent to the host. At a gain of 0 no tone starts.</summary>
    public void Play(in Event sent, float gain)
    {
        if (sent.Type == EventType.NoteOn && sent.NoteOn is { Velocity: > 0, Pitch: >= 0 and < Music.Pitch.Count })
        {
            if (gain > 0)
                _tone.Press(sent.SampleOffset, new((byte)sent.NoteOn.Pitch), (byte)Math.Clamp(sent.NoteOn.Velocity * 127, 1, 127));
        }
        else if (sent.Type is EventType.NoteOn or EventType.NoteOff && sent.NoteOff.Pitch is >= 0 and < Music.Pitch.Count)
        {
            _tone.Release(sent.SampleOffset, new((byte)sent.NoteOff.Pitch));
        }
    }

    /// <summary>[audio] Renders a block to all audio outputs.</summary>
    public void Render(in ProcessBlock block, float gain)
    {
        if (_tone.IsSilent)
        {
            block.Silence();
            return;
        }
        for (int from = 0; from < block.Frames; from += Chunk)
        {
            var mono = _mono.AsSpan(0, Math.Min(Chunk, block.Frames - from));
            _tone.Render(from, mono, gain);
            for (int bus = 0; bus < block.OutputBusCount; bus++)
                Copy(mono, block.OutputBus(bus), from);
        }
        _tone.EndBlock();
    }

    private static void Copy(ReadOnlySpan<float> mono, AudioBus bus, int from)
    {
        for (int channel = 0; channel < bus.ChannelCount; channel++)
        {
            var single = bus.Float32(channel);
            if (single.Length > from)
                mono.CopyTo(single[from..]);
            var wide = bus.Float64(channel);
            for (int i = 0; i < mono.Length && wide.Length > from; i++)
                wide[from + i] = mono[i];
        }
        bus.SilenceFlags = 0;
    }
}
