namespace ComposerPlugin.Vst3;

/// <summary>
/// The managed side of an instance. It tolerates hosts that repeat, omit or reorder calls, so that the plugin sees only the life cycle of
/// <see cref="IPluginInstance"/>, and it holds the references to host objects.
/// </summary>
internal sealed unsafe class InstanceBinding(IPluginInstance plugin)
{
    // Frames per second; far beyond what any host uses.
    private const double LowestRate = 1000, HighestRate = 1_000_000;

    private readonly List<ViewBinding> _openViews = [];
    private HostApplication _host;
    private bool _initialized;

    public IPluginInstance Plugin { get; } = plugin;

    public IComponentProcessor Processor { get; } = plugin.Processor;

    public IController Controller { get; } = plugin.Controller;

    public IMidiControllerMap? MidiControllers { get; } = plugin.Controller as IMidiControllerMap;

    public IUnitList? Units { get; } = plugin.Controller as IUnitList;

    public IViewSource? Views { get; } = plugin.Controller as IViewSource;

    /// <summary>The host's handler for edits; null before the host sets one and after Terminate.</summary>
    public HostComponentHandler Handler { get; private set; }

    public BusTable Buses { get; } = new(plugin.Processor.Buses);

    /// <summary>Read by the process call; written before and after activation only.</summary>
    public bool Active { get; private set; }

    public void Initialize(void* context)
    {
        if (_initialized)
            return;
        _host = new((nint)HostUnknown.QueryInterface(context, InterfaceIds.HostApplication));
        try
        {
            Plugin.Initialize(_host);
            _initialized = true;
        }
        finally
        {
            if (!_initialized)
                ReleaseHost();
        }
    }

    public void Terminate()
    {
        if (!_initialized)
        {
            ReleaseHost();
            return;
        }
        _initialized = false;
        CloseViews();
        try
        {
            SetActive(false);
        }
        finally
        {
            try
            {
                Plugin.Terminate();
            }
            finally
            {
                ReleaseHost();
            }
        }
    }

    public void SetActive(bool active)
    {
        if (active == Active)
            return;
        if (active)
        {
            Processor.SetActive(true);
            Active = true;
        }
        else
        {
            Active = false;
            Processor.SetActive(false);
        }
    }

    public int SetupProcessing(in ProcessSetup setup)
    {
        if (setup.SampleRate is not (>= LowestRate and <= HighestRate) || setup.MaxFrames < 0)
            return Result.InvalidArgument;
        if (!Enum.IsDefined(setup.Mode) || !Enum.IsDefined(setup.SampleSize))
            return Result.False;
        // Some hosts violate the specification and change the mode or rate of an active component: deactivate it meanwhile.
        bool wasActive = Active;
        SetActive(false);
        Processor.SetupProcessing(setup);
        SetActive(wasActive);
        return Result.Ok;
    }

    public void SetComponentHandler(void* handler)
    {
        // Add the new reference before releasing the old one: it may be the same object.
        HostUnknown.AddRef(handler);
        var previous = Handler;
        Handler = new((nint)handler);
        try
        {
            Controller.SetComponentHandler(Handler);
        }
        finally
        {
            HostUnknown.Release(previous.Pointer);
        }
    }

    /// <summary>Keeps a view for the time that it is open; false if the plugin is not initialized, so that it must not open.</summary>
    public bool TryAdd(ViewBinding view)
    {
        if (_initialized)
            _openViews.Add(view);
        return _initialized;
    }

    public void Remove(ViewBinding view) => _openViews.Remove(view);

    // Some hosts terminate a plugin whose window is open. A view that fails to close must not keep the plugin from ending.
    private void CloseViews()
    {
        foreach (var view in _openViews.ToArray())
        {
            try
            {
                view.Close();
            }
            catch (Exception e)
            {
                EntryErrors.Report(e);
            }
        }
    }

    private void ReleaseHost()
    {
        HostUnknown.Release(Handler.Pointer);
        HostUnknown.Release(_host.Pointer);
        Handler = default;
        _host = default;
    }
}
