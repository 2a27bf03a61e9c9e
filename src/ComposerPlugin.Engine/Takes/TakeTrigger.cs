namespace ComposerPlugin.Engine;

/// <summary>A trigger for takes: a control, a key or a pedal.</summary>
public enum TakeTrigger
{
    /// <summary>Replaces the last answer: answers the same phrase with the next seed.</summary>
    NewTake,

    /// <summary>Repeats the take before the current one.</summary>
    PreviousTake,

    /// <summary>Keeps the current take in the project.</summary>
    Keep,

    /// <summary>Captures the last phrase as A.</summary>
    CaptureA,

    /// <summary>Captures the last phrase as B.</summary>
    CaptureB,

    /// <summary>Repeats the take after the current one.</summary>
    NextTake,

    /// <summary>Composes the pitches of the current take again.</summary>
    RerollPitches,

    /// <summary>Composes the rhythm of the current take again.</summary>
    RerollRhythm,

    /// <summary>Composes the velocities of the current take again.</summary>
    RerollVelocities,

    /// <summary>Varies the current take.</summary>
    VaryTake,
}
