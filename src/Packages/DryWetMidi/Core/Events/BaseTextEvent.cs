namespace Melanchall.DryWetMidi.Core;

public abstract class BaseTextEvent : MetaEvent
{
    protected BaseTextEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    public string Text { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) =>
        Text = (settings.TextEncoding ?? SmfConstants.DefaultTextEncoding).GetString(reader.ReadBytes(size));

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) =>
        writer.WriteBytes((settings.TextEncoding ?? SmfConstants.DefaultTextEncoding).GetBytes(Text ?? string.Empty));
}
