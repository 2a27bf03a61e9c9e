using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// What an interface pointer of ours points to: the table of functions, as C++ lays it down, and the object it is part of.
/// With the owner beside the table, one QueryInterface, AddRef and Release serve all interfaces.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct InterfaceCell
{
    public void* Table;
    public NativeInstance* Owner;
}
