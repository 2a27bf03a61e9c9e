using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The host's scale changes. The text belongs to the sender and lives for this block only.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ScaleEvent
{
    /// <summary>Root as MIDI pitch.</summary>
    public short Root;

    /// <summary>Bit 0 is C, bit 1 C sharp, and so on.</summary>
    public short Mask;

    /// <summary>Number of UTF-16 characters of the scale's name.</summary>
    public ushort Length;

    /// <summary>Address of the characters.</summary>
    public nint Address;
}
