using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>The host's menu for a parameter (IContextMenu). It records where the plugin shows it.</summary>
public sealed unsafe class ContextMenuObject : HostObject
{
    private static readonly ContextMenuTable* _table = TableMemory.Keep(typeof(ContextMenuObject), new ContextMenuTable
    {
        Unknown = Unknown,
        GetItemCount = &GetItemCount,
        GetItem = &GetItem,
        AddItem = &ChangeItem,
        RemoveItem = &ChangeItem,
        Popup = &Popup,
    });

    private readonly void* _pointer;
    private readonly List<(int X, int Y)> _shown = [];

    /// <summary>A menu of some items.</summary>
    public ContextMenuObject(int items)
    {
        Items = items;
        _pointer = Offer(InterfaceIds.ContextMenu, _table);
    }

    /// <summary>The number of items.</summary>
    public int Items { get; }

    /// <summary>The positions at which the menu was shown.</summary>
    public IReadOnlyList<(int X, int Y)> Shown => _shown;

    /// <summary>What happens while the menu is shown.</summary>
    public Action? WhileShown { get; set; }

    /// <summary>Adds a reference and returns the pointer, as createContextMenu does.</summary>
    internal void* Share()
    {
        HostUnknown.AddRef(_pointer);
        return _pointer;
    }

    [UnmanagedCallersOnly]
    private static int GetItemCount(void* self) => Of<ContextMenuObject>(self).Items;

    [UnmanagedCallersOnly]
    private static int GetItem(void* self, int index, void* item, void** target) => Result.False;

    [UnmanagedCallersOnly]
    private static int ChangeItem(void* self, void* item, void* target) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int Popup(void* self, int x, int y)
    {
        var menu = Of<ContextMenuObject>(self);
        menu._shown.Add((x, y));
        menu.WhileShown?.Invoke();
        return Result.Ok;
    }
}
