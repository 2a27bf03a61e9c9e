using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IMidiMapping.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MidiMappingTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int, short, short, uint*, int> GetMidiControllerAssignment;
}
