using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>Records what a plugin reports to the host (IComponentHandler and IComponentHandler2).</summary>
public sealed unsafe class ComponentHandlerObject : HostObject
{
    private static readonly ComponentHandlerTable* _table = TableMemory.Keep(typeof(ComponentHandlerObject), new ComponentHandlerTable
    {
        Unknown = Unknown,
        BeginEdit = &BeginEdit,
        PerformEdit = &PerformEdit,
        EndEdit = &EndEdit,
        RestartComponent = &RestartComponent,
    });

    private static readonly ComponentHandler2Table* _table2 = TableMemory.Keep(typeof(ComponentHandlerObject), new ComponentHandler2Table
    {
        Unknown = Unknown,
        SetDirty = &SetDirty,
        RequestOpenEditor = &RequestOpenEditor,
        StartGroupEdit = &Nothing,
        FinishGroupEdit = &Nothing,
    });

    private static readonly ComponentHandler3Table* _table3 = TableMemory.Keep(typeof(ComponentHandlerObject), new ComponentHandler3Table
    {
        Unknown = Unknown,
        CreateContextMenu = &CreateContextMenu,
    });

    private readonly List<ParameterEdit> _edits = [];
    private ContextMenuObject? _menu;

    /// <summary>A handler without records.</summary>
    public ComponentHandlerObject()
    {
        Pointer = Offer(InterfaceIds.ComponentHandler, _table);
        Offer(InterfaceIds.ComponentHandler2, _table2);
    }

    /// <summary>Edits in order of arrival.</summary>
    public IReadOnlyList<ParameterEdit> Edits
    {
        get
        {
            lock (_edits)
                return [.. _edits];
        }
    }

    /// <summary>The flags of all requested restarts.</summary>
    public RestartFlags Restarts { get; private set; }

    /// <summary>The number of requested restarts.</summary>
    public int RestartCount { get; private set; }

    /// <summary>
    /// Whether the host holds a lock that its restartComponent takes, as Ardour up to 8.6 does while it sets or reads a value.
    /// </summary>
    public bool IsLocked { get; set; }

    /// <summary>The calls that would have frozen a host that holds a lock.</summary>
    public int Freezes { get; private set; }

    /// <summary>The thread that requested the last restart.</summary>
    public int RestartThread { get; private set; }

    /// <summary>Whether the plugin reported a changed state.</summary>
    public bool Dirty { get; private set; }

    /// <summary>The parameter of the last menu that the plugin requested.</summary>
    public uint? MenuParameter { get; private set; }

    internal void* Pointer { get; }

    /// <summary>The view for which the plugin requested the last menu.</summary>
    internal void* MenuView { get; private set; }

    /// <summary>Implements IComponentHandler3 from now on, with this menu or with none. Called once.</summary>
    public void OfferMenu(ContextMenuObject? menu)
    {
        _menu = menu;
        Offer(InterfaceIds.ComponentHandler3, _table3);
    }

    private static int Note(void* self, ParameterEdit edit)
    {
        var handler = Of<ComponentHandlerObject>(self);
        handler.Freezes += handler.IsLocked ? 1 : 0;
        var edits = handler._edits;
        lock (edits)
            edits.Add(edit);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int BeginEdit(void* self, uint id) => Note(self, new(ParameterEditKind.Begin, id, 0));

    [UnmanagedCallersOnly]
    private static int PerformEdit(void* self, uint id, double normalized) => Note(self, new(ParameterEditKind.Perform, id, normalized));

    [UnmanagedCallersOnly]
    private static int EndEdit(void* self, uint id) => Note(self, new(ParameterEditKind.End, id, 0));

    [UnmanagedCallersOnly]
    private static int RestartComponent(void* self, int flags)
    {
        var handler = Of<ComponentHandlerObject>(self);
        handler.Freezes += handler.IsLocked ? 1 : 0;
        handler.Restarts |= (RestartFlags)flags;
        handler.RestartCount++;
        handler.RestartThread = Environment.CurrentManagedThreadId;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int SetDirty(void* self, byte dirty)
    {
        Of<ComponentHandlerObject>(self).Dirty = dirty != 0;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int RequestOpenEditor(void* self, byte* name) => Result.False;

    [UnmanagedCallersOnly]
    private static int Nothing(void* self) => Result.Ok;

    [UnmanagedCallersOnly]
    private static void* CreateContextMenu(void* self, void* view, uint* id)
    {
        var handler = Of<ComponentHandlerObject>(self);
        handler.MenuView = view;
        handler.MenuParameter = id == null ? null : *id;
        return handler._menu is { } menu ? menu.Share() : null;
    }
}
