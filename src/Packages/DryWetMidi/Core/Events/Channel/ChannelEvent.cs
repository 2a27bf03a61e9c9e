using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public abstract class ChannelEvent : MidiEvent
{
    protected ChannelEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    public FourBitNumber Channel { get; set; }

    /// <summary>The event's data bytes, each 0 to 127; the second is 0 for an event with one data byte.</summary>
    internal abstract (byte First, byte Second) Data { get; set; }
}
