using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// The target of our interface pointers: the function table, in C++ layout, and the owning object. With the owner next to the table, all
/// interfaces share QueryInterface, AddRef and Release.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct InterfaceCell
{
    public void* Table;
    public NativeInstance* Owner;
}
