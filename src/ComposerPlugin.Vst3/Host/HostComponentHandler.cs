namespace ComposerPlugin.Vst3;

/// <summary>
/// [main] Notifies the host of edits (IComponentHandler). The layer holds the reference; valid until the next SetComponentHandler or until
/// Terminate has returned. Without a handler every call does nothing and returns false.
/// </summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostComponentHandler(nint pointer)
{
    // Safe: the layer holds a reference as long as a plugin may use this.
    private readonly ComponentHandlerTable** _self = (ComponentHandlerTable**)pointer;

    /// <summary>Whether the host gave no handler.</summary>
    public bool IsNull => _self == null;

    /// <summary>Starts an edit of a parameter.</summary>
    public bool BeginEdit(uint id) => !IsNull && (*_self)->BeginEdit(_self, id) == Result.Ok;

    /// <summary>Sets a value during an edit.</summary>
    public bool PerformEdit(uint id, double normalized) => !IsNull && (*_self)->PerformEdit(_self, id, normalized) == Result.Ok;

    /// <summary>Ends an edit of a parameter.</summary>
    public bool EndEdit(uint id) => !IsNull && (*_self)->EndEdit(_self, id) == Result.Ok;

    /// <summary>Makes the host read the properties named by the flags again.</summary>
    public bool RestartComponent(RestartFlags flags) => !IsNull && (*_self)->RestartComponent(_self, (int)flags) == Result.Ok;

    /// <summary>
    /// Notifies the host that state outside the parameters has changed; false if the host does not implement IComponentHandler2.
    /// </summary>
    public bool SetDirty(bool dirty)
    {
        var second = (ComponentHandler2Table**)HostUnknown.QueryInterface(_self, InterfaceIds.ComponentHandler2);
        if (second == null)
            return false;
        bool taken = (*second)->SetDirty(second, dirty ? (byte)1 : (byte)0) == Result.Ok;
        HostUnknown.Release(second);
        return taken;
    }

    internal void* Pointer => _self;

    /// <summary>Creates the host's menu for a parameter; null if the host does not implement IComponentHandler3 or has none.</summary>
    internal HostContextMenu CreateContextMenu(void* view, uint id)
    {
        var third = (ComponentHandler3Table**)HostUnknown.QueryInterface(_self, InterfaceIds.ComponentHandler3);
        if (third == null)
            return default;
        var menu = new HostContextMenu((nint)(*third)->CreateContextMenu(third, view, &id));
        HostUnknown.Release(third);
        return menu;
    }
}
