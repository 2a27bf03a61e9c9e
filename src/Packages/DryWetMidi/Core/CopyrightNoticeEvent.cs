namespace Melanchall.DryWetMidi.Core;

public sealed class CopyrightNoticeEvent : BaseTextEvent
{
    public CopyrightNoticeEvent()
        : base(MidiEventType.CopyrightNotice)
    {
    }

    public CopyrightNoticeEvent(string text)
        : base(MidiEventType.CopyrightNotice, text)
    {
    }

    public override string ToString() => $"Copyright Notice ({Text})";
}
