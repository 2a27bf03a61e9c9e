using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A note ends.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NoteOffEvent
{
    /// <summary>Channel of the event bus, 0 to 15.</summary>
    public short Channel;

    /// <summary>MIDI pitch, 0 to 127.</summary>
    public short Pitch;

    /// <summary>Release velocity, 0 to 1.</summary>
    public float Velocity;

    /// <summary>Identity of the note-on, or -1.</summary>
    public int NoteId;

    /// <summary>Detuning in cents.</summary>
    public float Tuning;
}
