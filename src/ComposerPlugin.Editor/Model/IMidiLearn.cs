namespace ComposerPlugin.Editor;

/// <summary>[main] The triggers that a note or MIDI controller can fire, and the controls that a MIDI controller can move.</summary>
public interface IMidiLearn
{
    /// <summary>Changes whenever a mapping or <see cref="Learning"/> does. Allocates nothing: it is read at every tick.</summary>
    int Version { get; }

    /// <summary>What can learn: the triggers, then the controls.</summary>
    IReadOnlyList<IControl> Learners { get; }

    /// <summary>How many of <see cref="Learners"/> are triggers.</summary>
    int TriggerCount { get; }

    /// <summary>What is mapped to a learner, as "note C3, channel 1" or "controller 20, channel 1"; empty if nothing is.</summary>
    string MappingOf(int learner);

    /// <summary>The learner that waits for a note or controller; -1 if none does. Allocates nothing.</summary>
    int Learning { get; }

    /// <summary>Has a trigger learn the next note or controller, or a control the next controller; -1 stops learning.</summary>
    void Learn(int learner);

    /// <summary>Removes the mapping of a learner.</summary>
    void Forget(int learner);

    /// <summary>Removes all mappings.</summary>
    void ForgetAll();
}
