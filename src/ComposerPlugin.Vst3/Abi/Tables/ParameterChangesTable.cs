using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IParameterChanges.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ParameterChangesTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int> GetParameterCount;
    public delegate* unmanaged<void*, int, void*> GetParameterData;
    public delegate* unmanaged<void*, uint*, int*, void*> AddParameterData;
}
