namespace ComposerPlugin.Vst3;

/// <summary>[main] A menu of the host for a parameter (IContextMenu). The caller of CreateContextMenu releases it. May be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
internal readonly unsafe struct HostContextMenu(nint pointer)
{
    // Safe: the caller holds the reference with which the host returned the menu.
    private readonly ContextMenuTable** _self = (ContextMenuTable**)pointer;

    /// <summary>Whether there is nothing to show. JUCE's menu (7.0.5) holds only items that plugins add.</summary>
    public bool IsEmpty => _self == null || (*_self)->GetItemCount(_self) <= 0;

    public void* Pointer => _self;

    /// <summary>Shows the menu at a position in the view. Many hosts return only when the user has chosen.</summary>
    public void Popup(int x, int y) => (*_self)->Popup(_self, x, y);
}
