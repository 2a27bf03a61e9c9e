using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IParameterFinder.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ParameterFinderTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int, int, uint*, int> FindParameter;
}
