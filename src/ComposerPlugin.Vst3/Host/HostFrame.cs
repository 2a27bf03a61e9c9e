namespace ComposerPlugin.Vst3;

/// <summary>[main] The frame of the host around a view (IPlugFrame). May be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
internal readonly unsafe struct HostFrame(nint pointer)
{
    // Safe: the host keeps the object until it sets another frame or closes the view.
    private readonly PlugFrameTable** _self = (PlugFrameTable**)pointer;

    public bool ResizeView(void* view, ViewRect rect) => _self != null && (*_self)->ResizeView(_self, view, &rect) == Result.Ok;

    /// <summary>The frame's run loop with a reference for the caller; null if it has none.</summary>
    public HostRunLoop GetRunLoop() => new((nint)HostUnknown.QueryInterface(_self, InterfaceIds.RunLoop));
}
