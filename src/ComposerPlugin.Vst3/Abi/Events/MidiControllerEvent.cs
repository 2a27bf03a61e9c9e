using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A MIDI controller as output event (Vst::LegacyMIDICCOutEvent).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct MidiControllerEvent
{
    /// <summary>0 to 127 controller, 128 channel pressure, 129 pitch bend, 130 program change, 131 key pressure.</summary>
    public byte Controller;

    /// <summary>Channel of the event bus, 0 to 15.</summary>
    public sbyte Channel;

    /// <summary>0 to 127.</summary>
    public sbyte Value;

    /// <summary>Upper seven bits of a pitch bend, or the pressure of a key; otherwise 0.</summary>
    public sbyte Value2;
}
