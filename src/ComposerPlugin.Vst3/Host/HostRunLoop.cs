namespace ComposerPlugin.Vst3;

/// <summary>[main] The event loop of a Linux host (IRunLoop). May be null; the handlers are called on the main thread.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
internal readonly unsafe struct HostRunLoop(nint pointer)
{
    // Safe: the binding of the view holds a reference.
    private readonly RunLoopTable** _self = (RunLoopTable**)pointer;

    public bool IsNull => _self == null;

    public void* Pointer => _self;

    /// <summary>Registers both handlers, or none of them.</summary>
    public bool TryRegister(void* eventHandler, int file, void* timerHandler, int milliseconds)
    {
        if (IsNull || (*_self)->RegisterEventHandler(_self, eventHandler, file) != Result.Ok)
            return false;
        if ((*_self)->RegisterTimer(_self, timerHandler, (ulong)milliseconds) == Result.Ok)
            return true;
        (*_self)->UnregisterEventHandler(_self, eventHandler);
        return false;
    }

    public void Unregister(void* eventHandler, void* timerHandler)
    {
        (*_self)->UnregisterEventHandler(_self, eventHandler);
        (*_self)->UnregisterTimer(_self, timerHandler);
    }
}
