using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IComponentHandler.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ComponentHandlerTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, uint, int> BeginEdit;
    public delegate* unmanaged<void*, uint, double, int> PerformEdit;
    public delegate* unmanaged<void*, uint, int> EndEdit;
    public delegate* unmanaged<void*, int, int> RestartComponent;
}
