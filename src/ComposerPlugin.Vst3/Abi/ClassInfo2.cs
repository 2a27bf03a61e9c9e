using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A class of the factory with more detail (PClassInfo2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfo2
{
    public fixed byte Id[16];
    public int Cardinality;
    public fixed byte Category[32];
    public fixed byte Name[64];
    public uint Flags;
    public fixed byte Subcategories[128];
    public fixed byte Vendor[64];
    public fixed byte Version[64];
    public fixed byte SdkVersion[64];
}
