namespace Melanchall.DryWetMidi.Core;

public sealed class DeviceNameEvent : BaseTextEvent
{
    public DeviceNameEvent()
        : base(MidiEventType.DeviceName)
    {
    }

    public DeviceNameEvent(string deviceName)
        : base(MidiEventType.DeviceName, deviceName)
    {
    }

    public override string ToString() => $"Device Name ({Text})";
}
