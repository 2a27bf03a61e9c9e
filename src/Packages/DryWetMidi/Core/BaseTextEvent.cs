namespace Melanchall.DryWetMidi.Core;

public abstract class BaseTextEvent : MetaEvent
{
    protected BaseTextEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    protected BaseTextEvent(MidiEventType eventType, string text)
        : this(eventType)
    {
        Text = text;
    }

    public string Text { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        if (size == 0)
        {
            Text = settings.ZeroLengthDataPolicy == ZeroLengthDataPolicy.ReadAsNull ? null : string.Empty;
            return;
        }

        byte[] bytes = reader.ReadAvailable(settings, size);
        Text = settings.DecodeTextCallback != null
            ? settings.DecodeTextCallback(bytes, settings)
            : (settings.TextEncoding ?? SmfConstants.DefaultTextEncoding).GetString(bytes);
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) =>
        writer.WriteBytes((settings.TextEncoding ?? SmfConstants.DefaultTextEncoding).GetBytes(Text ?? string.Empty));
}
