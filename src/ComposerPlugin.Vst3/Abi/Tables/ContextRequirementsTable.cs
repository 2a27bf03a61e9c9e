using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IProcessContextRequirements.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ContextRequirementsTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, uint> GetProcessContextRequirements;
}
