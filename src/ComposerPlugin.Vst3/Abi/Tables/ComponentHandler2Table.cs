using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IComponentHandler2.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ComponentHandler2Table
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, byte, int> SetDirty;
    public delegate* unmanaged<void*, byte*, int> RequestOpenEditor;
    public delegate* unmanaged<void*, int> StartGroupEdit;
    public delegate* unmanaged<void*, int> FinishGroupEdit;
}
