using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IComponentHandler3.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ComponentHandler3Table
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, void*, uint*, void*> CreateContextMenu;
}
