using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A class of the factory with Unicode text (PClassInfoW).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfoUnicode
{
    public fixed byte Id[16];
    public int Cardinality;
    public fixed byte Category[32];
    public fixed char Name[64];
    public uint Flags;
    public fixed byte Subcategories[128];
    public fixed char Vendor[64];
    public fixed char Version[64];
    public fixed char SdkVersion[64];
}
