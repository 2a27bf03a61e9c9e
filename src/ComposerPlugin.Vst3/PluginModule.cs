namespace ComposerPlugin.Vst3;

/// <summary>
/// What a published library exports, ready to be called from its entry points: no method throws. Hosts may enter and exit a module many
/// times in one process.
/// </summary>
/// <param name="createFactory">Makes the factory when a host first asks.</param>
/// <param name="lastExit">Ends worker threads; called when every entry has been answered by an exit.</param>
public sealed class PluginModule(Func<PluginFactory> createFactory, Action lastExit)
{
    private readonly Lock _gate = new();
    private PluginFactory? _factory;
    private int _entries;

    /// <summary>[main] For GetPluginFactory: the native factory with a new reference, or 0 if it could not be made.</summary>
    public nint GetFactory()
    {
        try
        {
            lock (_gate)
                return (_factory ??= createFactory()).Share();
        }
        catch (Exception e)
        {
            Faults.Report(e);
            return 0;
        }
    }

    /// <summary>[main] For ModuleEntry, bundleEntry and InitDll: pins the library in memory. 1 is success.</summary>
    public byte Enter()
    {
        try
        {
            ModulePath.Pin();
        }
        catch (Exception e)
        {
            // A host that never unloads the library loses nothing, so this is no reason to refuse.
            Faults.Report(e);
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
            Faults.Report(e);
            return 0;
        }
    }
}
