namespace Melanchall.DryWetMidi.Core;

public sealed class CopyrightNoticeEvent : BaseTextEvent
{
    public CopyrightNoticeEvent()
        : base(MidiEventType.CopyrightNotice)
    {
    }
}
