using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A block of bytes, such as system exclusive MIDI. The bytes belong to the sender and live for this block only.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DataEvent
{
    /// <summary>Number of bytes.</summary>
    public uint Size;

    /// <summary>0: MIDI system exclusive.</summary>
    public uint Type;

    /// <summary>Address of the bytes.</summary>
    public nint Address;
}
