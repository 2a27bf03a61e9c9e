using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A note begins.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NoteOnEvent
{
    /// <summary>Channel of the event bus, 0 to 15.</summary>
    public short Channel;

    /// <summary>MIDI pitch, 0 to 127.</summary>
    public short Pitch;

    /// <summary>Detuning in cents.</summary>
    public float Tuning;

    /// <summary>0 to 1.</summary>
    public float Velocity;

    /// <summary>Length in sample frames if known, else 0. A note-off follows in any case.</summary>
    public int Length;

    /// <summary>Identity of the note, or -1.</summary>
    public int NoteId;
}
