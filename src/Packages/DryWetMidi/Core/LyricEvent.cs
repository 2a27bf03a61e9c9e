namespace Melanchall.DryWetMidi.Core;

public sealed class LyricEvent : BaseTextEvent
{
    public LyricEvent()
        : base(MidiEventType.Lyric)
    {
    }

    public LyricEvent(string text)
        : base(MidiEventType.Lyric, text)
    {
    }

    public override string ToString() => $"Lyric ({Text})";
}
