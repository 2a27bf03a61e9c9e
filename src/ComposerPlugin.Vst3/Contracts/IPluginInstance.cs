namespace ComposerPlugin.Vst3;

/// <summary>
/// One plugin in one track, as the host sees it: component and edit controller in a single object.
/// The life is: created, <see cref="Initialize"/>, then any number of (SetupProcessing, SetActive(true), SetProcessing(true), Process …,
/// SetProcessing(false), SetActive(false)), then <see cref="Terminate"/>. The layer calls Terminate exactly once for each Initialize
/// that returned, also when a host forgets to; a host that skips SetProcessing is passed on as it is.
/// An exception thrown from any member becomes an error code for the host and is kept in <see cref="Faults"/>.
/// </summary>
public interface IPluginInstance
{
    /// <summary>[any] The processing part. Read once, when the host creates the instance.</summary>
    IComponentProcessor Processor { get; }

    /// <summary>[any] The parameter part. Read once, when the host creates the instance.</summary>
    IController Controller { get; }

    /// <summary>[main] The first call. Large allocations belong here.</summary>
    /// <param name="host">The host, valid until <see cref="Terminate"/> returns; may be null (<see
    /// cref="HostApplication.IsNull"/>).</param>
    void Initialize(HostApplication host);

    /// <summary>[main, inactive] The last call: give back threads and files.</summary>
    void Terminate();

    /// <summary>[main] Writes the whole state (parameters and everything else a project must keep).</summary>
    /// <returns>False if the stream did not take it.</returns>
    bool GetState(HostStream stream);

    /// <summary>[main] Reads what <see cref="GetState"/> wrote, in this or an earlier version.</summary>
    /// <returns>False if the state was not understood; the instance then keeps what it had.</returns>
    bool SetState(HostStream stream);
}
