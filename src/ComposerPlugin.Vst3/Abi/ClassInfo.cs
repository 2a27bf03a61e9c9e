using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A class of the factory (PClassInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfo
{
    /// <summary>Cardinality of a class that can be made any number of times.</summary>
    public const int ManyInstances = int.MaxValue;

    public fixed byte Id[16];
    public int Cardinality;
    public fixed byte Category[32];
    public fixed byte Name[64];
}
