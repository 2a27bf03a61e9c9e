using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The host's chord track changes. The text belongs to the sender and lives for this block only.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ChordEvent
{
    /// <summary>Root as MIDI pitch.</summary>
    public short Root;

    /// <summary>Bass note as MIDI pitch.</summary>
    public short BassNote;

    /// <summary>Bit n: the note n semitones above the root.</summary>
    public short Mask;

    /// <summary>Number of UTF-16 characters of the chord's name.</summary>
    public ushort Length;

    /// <summary>Address of the characters.</summary>
    public nint Address;
}
