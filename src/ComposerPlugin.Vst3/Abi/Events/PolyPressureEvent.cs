using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Pressure on one key.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PolyPressureEvent
{
    /// <summary>Channel of the event bus, 0 to 15.</summary>
    public short Channel;

    /// <summary>MIDI pitch, 0 to 127.</summary>
    public short Pitch;

    /// <summary>0 to 1.</summary>
    public float Pressure;

    /// <summary>Identity of the note, or -1.</summary>
    public int NoteId;
}
