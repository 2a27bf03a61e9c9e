namespace ComposerPlugin.Vst3;

/// <summary>
/// The managed side of an instance. It tolerates hosts that repeat, omit or reorder calls, so that the plugin sees only the life cycle of
/// <see cref="IPluginInstance"/>, and it holds the references to host objects.
/// </summary>
internal sealed unsafe class InstanceBinding(IPluginInstance plugin)
{
    private HostApplication _host;
    private HostComponentHandler _handler;
    private bool _initialized;

    public IPluginInstance Plugin { get; } = plugin;

    public IComponentProcessor Processor { get; } = plugin.Processor;

    public IController Controller { get; } = plugin.Controller;

    public IMidiControllerMap? MidiControllers { get; } = plugin.Controller as IMidiControllerMap;

    public IUnitList? Units { get; } = plugin.Controller as IUnitList;

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
        if (!double.IsFinite(setup.SampleRate) || setup.SampleRate <= 0 || setup.MaxFrames < 0)
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
        var previous = _handler;
        _handler = new((nint)handler);
        try
        {
            Controller.SetComponentHandler(_handler);
        }
        finally
        {
            HostUnknown.Release(previous.Pointer);
        }
    }

    private void ReleaseHost()
    {
        HostUnknown.Release(_handler.Pointer);
        HostUnknown.Release(_host.Pointer);
        _handler = default;
        _host = default;
    }
}
