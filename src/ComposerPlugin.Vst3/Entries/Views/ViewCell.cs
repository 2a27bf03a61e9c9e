using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The target of an interface pointer of a view (see <see cref="InterfaceCell"/>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ViewCell
{
    public void* Table;
    public NativeView* Owner;
}
