using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of Linux::IEventHandler.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EventHandlerTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int, void> OnFDIsSet;
}
