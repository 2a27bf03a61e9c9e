namespace ComposerPlugin.Engine;

/// <summary>How a take was composed: the name of the step for undo and redo.</summary>
public enum TakeOrigin
{
    /// <summary>The answer of the mode.</summary>
    Answer,

    /// <summary>A new take for the same phrase.</summary>
    NewTake,

    /// <summary>A new take around the locked notes of the base take.</summary>
    Locks,

    /// <summary>The base take with other pitches.</summary>
    Pitches,

    /// <summary>The base take with another rhythm.</summary>
    Rhythm,

    /// <summary>The base take with other velocities.</summary>
    Velocities,

    /// <summary>The base take with a share of other pitches.</summary>
    Variation,

    /// <summary>The same take again after a control changed.</summary>
    Controls,

    /// <summary>The remainder of an answer after a meter change.</summary>
    Remainder,

    /// <summary>Loaded with the project.</summary>
    Project,
}
