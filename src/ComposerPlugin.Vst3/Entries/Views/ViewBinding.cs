namespace ComposerPlugin.Vst3;

/// <summary>
/// The managed side of a view. It tolerates hosts that repeat, omit or reorder calls, so that the view sees only the life cycle of
/// <see cref="IView"/>, and it is the view's way to its host. All members are [main].
/// </summary>
/// <param name="view">The view.</param>
/// <param name="instance">The instance that created it.</param>
/// <param name="needsRunLoop">Whether it can be open only with a run loop of the host: on Linux.</param>
/// <param name="self">The view's cell.</param>
/// <param name="eventHandler">The cell of its event handler.</param>
/// <param name="timerHandler">The cell of its timer handler.</param>
internal sealed unsafe class ViewBinding(
    IView view, InstanceBinding instance, bool needsRunLoop, ViewCell* self, ViewCell* eventHandler, ViewCell* timerHandler)
    : IViewHost, IDisposable
{
    // No reference, as in the SDK's CPluginView: hosts may have a frame that does not count, or that holds the view.
    private HostFrame _frame;

    // With a reference, while the view is open.
    private HostRunLoop _runLoop;

    private (int File, int TickMilliseconds)? _watched;
    private bool _registered;
    private bool _open;
    private nint _parent;

    public IParameterFinder? Finder { get; } = view as IParameterFinder;

    public ViewSize Size => view.Size;

    public bool Supports(string platformType) => view.Supports(platformType);

    /// <summary>
    /// Opens the view; false if it or the layer refuses. Does nothing if it is open in this parent, and moves it from another.
    /// </summary>
    public bool Open(nint parent)
    {
        if (_open && parent == _parent)
            return true;
        Close();
        // The host must call setFrame before attached. Without a run loop nothing would call the view on the main thread.
        UseRunLoop();
        if ((needsRunLoop && _runLoop.IsNull) || !instance.TryAdd(this))
        {
            ReleaseRunLoop();
            return false;
        }
        (_open, _parent) = (true, parent);
        bool opened = false;
        try
        {
            opened = view.Open(parent, this);
        }
        finally
        {
            if (!opened)
                Close();
        }
        // A host may have closed it meanwhile.
        return _open;
    }

    public void Close()
    {
        if (!_open)
            return;
        Stop();
        ReleaseRunLoop();
        _open = false;
        instance.Remove(this);
        view.Close();
    }

    public void Resize(ViewSize size) => view.Resize(size);

    public ViewSize Constrain(ViewSize size) => view.Constrain(size);

    public void Rescale(float factor) => view.Rescale(factor);

    public bool KeyDown(in KeyStroke key) => _open && view.KeyDown(key);

    public bool Wheel(float distance) => _open && view.Wheel(distance);

    // Some hosts call a handler once more after it was unregistered.
    public void FileReady()
    {
        if (_registered)
            view.FileReady();
    }

    public void Tick()
    {
        if (_registered)
            view.Tick();
    }

    /// <summary>Sets the frame, or none. An open view continues with the run loop of the new one.</summary>
    public void SetFrame(void* frame)
    {
        Unregister();
        ReleaseRunLoop();
        _frame = new((nint)frame);
        if (!_open)
            return;
        UseRunLoop();
        Register();
    }

    public bool RequestSize(ViewSize size) => _open && _frame.ResizeView(self, new() { Right = size.Width, Bottom = size.Height });

    public bool Run(int file, int tickMilliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(tickMilliseconds, 1);
        if (!_open)
            return false;
        Unregister();
        _watched = (file, tickMilliseconds);
        Register();
        return _registered;
    }

    public void Stop()
    {
        Unregister();
        _watched = null;
    }

    public bool ShowHostMenu(uint parameterId, int x, int y)
    {
        if (!_open)
            return false;
        var menu = instance.Handler.CreateContextMenu(self, parameterId);
        bool shows = !menu.IsEmpty;
        // While the menu is shown, the host may release the view for which it made the menu.
        HostUnknown.AddRef(self);
        if (shows)
            menu.Popup(x, y);
        HostUnknown.Release(menu.Pointer);
        HostUnknown.Release(self);
        return shows;
    }

    public void Dispose()
    {
        Close();
        _frame = default;
    }

    private void UseRunLoop()
    {
        if (needsRunLoop)
            _runLoop = _frame.GetRunLoop();
    }

    private void ReleaseRunLoop()
    {
        var runLoop = _runLoop;
        _runLoop = default;
        HostUnknown.Release(runLoop.Pointer);
    }

    private void Register()
    {
        if (_watched is var (file, milliseconds))
            _registered = _runLoop.TryRegister(eventHandler, file, timerHandler, milliseconds);
    }

    private void Unregister()
    {
        if (!_registered)
            return;
        _registered = false;
        _runLoop.Unregister(eventHandler, timerHandler);
    }
}
