namespace ComposerPlugin.Vst3;

/// <summary>
/// One plugin instance: component and edit controller in a single object.
/// Life cycle: creation, <see cref="Initialize"/>, then any number of (SetupProcessing, SetActive(true), SetProcessing(true), Process …,
/// SetProcessing(false), SetActive(false)), then <see cref="Terminate"/>. The layer calls Terminate exactly once for each Initialize that
/// returned, even if the host does not. Hosts may omit SetProcessing.
/// An exception from any member becomes an error code for the host and is recorded in <see cref="EntryErrors"/>.
/// </summary>
public interface IPluginInstance
{
    /// <summary>[any] The processor. Read once, when the host creates the instance.</summary>
    IComponentProcessor Processor { get; }

    /// <summary>[any] The controller. Read once, when the host creates the instance.</summary>
    IController Controller { get; }

    /// <summary>[main] The first call. Large allocations belong here.</summary>
    /// <param name="host">The host, valid until <see cref="Terminate"/> returns; may be null.</param>
    void Initialize(HostApplication host);

    /// <summary>[main, inactive] The last call: stops threads and closes files.</summary>
    void Terminate();

    /// <summary>[main] Writes the whole state: parameters and everything else that a project stores.</summary>
    /// <returns>False if the stream did not accept it.</returns>
    bool GetState(HostStream stream);

    /// <summary>[main] Reads a state written by <see cref="GetState"/> of this or an earlier version.</summary>
    /// <returns>False if the state is not valid, which changes nothing. After an exception the state may be partly applied.</returns>
    bool SetState(HostStream stream);
}
