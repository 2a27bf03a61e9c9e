using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A class of the factory (PClassInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfo
{
    /// <summary>The cardinality of a class without a limit of instances (kManyInstances).</summary>
    public const int ManyInstances = int.MaxValue;

    public fixed byte Id[16];
    public int Cardinality;
    public fixed byte Category[32];
    public fixed byte Name[64];
}
