namespace Melanchall.DryWetMidi.Core;

public sealed class LyricEvent : BaseTextEvent
{
    public LyricEvent()
        : base(MidiEventType.Lyric)
    {
    }
}
