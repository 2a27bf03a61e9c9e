using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Description of a bus (Vst::BusInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct BusInfo
{
    /// <summary>Audio or events.</summary>
    public MediaType Media;

    /// <summary>Input or output.</summary>
    public BusDirection Direction;

    /// <summary>Audio channels, or MIDI channels of an event bus.</summary>
    public int Channels;

    /// <summary>Name shown by the host.</summary>
    public Utf16Text128 Name;

    /// <summary>Main or auxiliary.</summary>
    public BusType Type;

    /// <summary>Properties.</summary>
    public BusFlags Flags;
}
