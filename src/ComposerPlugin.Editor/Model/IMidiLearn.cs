namespace ComposerPlugin.Editor;

/// <summary>[main] The triggers that a note or MIDI controller can fire.</summary>
public interface IMidiLearn
{
    /// <summary>Changes whenever a mapping or <see cref="Learning"/> does. Allocates nothing: it is read at every tick.</summary>
    int Version { get; }

    /// <summary>The triggers' controls.</summary>
    IReadOnlyList<IControl> Triggers { get; }

    /// <summary>What fires a trigger, as "note C3, channel 1" or "controller 20, channel 1"; empty if nothing does.</summary>
    string MappingOf(int trigger);

    /// <summary>The trigger that learns the next note or controller; -1 if none does.</summary>
    int Learning { get; }

    /// <summary>Has a trigger learn the next note or controller; -1 stops learning.</summary>
    void Learn(int trigger);

    /// <summary>Removes all mappings.</summary>
    void ForgetAll();
}
