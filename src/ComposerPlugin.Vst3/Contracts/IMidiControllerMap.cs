namespace ComposerPlugin.Vst3;

/// <summary>
/// Optional, implemented by the <see cref="IController"/> object: which parameter a MIDI controller moves. Most hosts deliver MIDI
/// controllers, pitch bend and channel pressure to a plugin in this way only.
/// </summary>
public interface IMidiControllerMap
{
    /// <summary>[main] Finds the parameter for a controller.</summary>
    /// <param name="bus">Index of the event input bus.</param>
    /// <param name="channel">MIDI channel, 0 to 15.</param>
    /// <param name="controller">0 to 127, or 128 channel pressure, 129 pitch bend.</param>
    /// <param name="id">The parameter's id.</param>
    bool TryMap(int bus, int channel, int controller, out uint id);
}
