namespace ComposerPlugin.Vst3;

/// <summary>
/// The implementation of a library's exported functions. No method throws. Hosts may enter and exit a module many times in one process.
/// </summary>
/// <param name="createFactory">Creates the factory at the first request.</param>
/// <param name="lastExit">
/// Stops worker threads; called by the exit that matches the first entry, and when the process ends without it.
/// </param>
public sealed class PluginModule(Func<PluginFactory> createFactory, Action lastExit)
{
    private readonly Lock _gate = new();
    private PluginFactory? _factory;
    private int _entries;

    /// <summary>[main] For GetPluginFactory: the native factory with a new reference, or 0 if it cannot be created.</summary>
    public nint GetFactory()
    {
        try
        {
            lock (_gate)
                return (_factory ??= createFactory()).Share();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    /// <summary>[main] For ModuleEntry, bundleEntry and InitDll: pins the library in memory. 1 is success.</summary>
    public byte Enter()
    {
        try
        {
            ModulePath.Pin();
            ProcessExit.Register(lastExit);
        }
        catch (Exception e)
        {
            // This only matters if the host unloads the library, or ends without leaving it.
            EntryErrors.Report(e);
        }
        lock (_gate)
            _entries++;
        return 1;
    }

    /// <summary>[main] For ModuleExit, bundleExit and ExitDll. 1 is success.</summary>
    public byte Exit()
    {
        try
        {
            lock (_gate)
            {
                if (_entries == 0 || --_entries > 0)
                    return 1;
                lastExit();
            }
            return 1;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }
}
