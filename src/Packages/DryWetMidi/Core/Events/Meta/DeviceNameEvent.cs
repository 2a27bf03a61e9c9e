namespace Melanchall.DryWetMidi.Core;

public sealed class DeviceNameEvent : BaseTextEvent
{
    public DeviceNameEvent()
        : base(MidiEventType.DeviceName)
    {
    }
}
