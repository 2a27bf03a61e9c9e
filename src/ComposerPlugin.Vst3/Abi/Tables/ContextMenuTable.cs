using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IContextMenu. Items are not used, so that their structure is not declared.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ContextMenuTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int> GetItemCount;
    public delegate* unmanaged<void*, int, void*, void**, int> GetItem;
    public delegate* unmanaged<void*, void*, void*, int> AddItem;
    public delegate* unmanaged<void*, void*, void*, int> RemoveItem;
    public delegate* unmanaged<void*, int, int, int> Popup;
}
