namespace ComposerPlugin.Vst3;

/// <summary>
/// Optional, implemented by the <see cref="IController"/> object: the mapping of MIDI controllers to parameters (IMidiMapping). Most hosts
/// deliver MIDI controllers, pitch bend and channel pressure only in this way.
/// </summary>
public interface IMidiControllerMap
{
    /// <summary>[main] Finds the parameter of a controller; false if it has none.</summary>
    /// <param name="bus">Index of the event input bus.</param>
    /// <param name="channel">MIDI channel, 0 to 15.</param>
    /// <param name="controller">The controller number, 0 to 127; 128 is channel pressure, 129 pitch bend.</param>
    /// <param name="id">The parameter's id.</param>
    bool TryMap(int bus, int channel, int controller, out uint id);
}
