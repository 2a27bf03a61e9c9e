namespace ComposerPlugin.Engine;

/// <summary>What a musician does with takes at the touch of a control, a key or a pedal.</summary>
public enum TakeTrigger
{
    /// <summary>Answers the same phrase again, with the next seed.</summary>
    NewTake,

    /// <summary>Plays the take before this one again.</summary>
    PreviousTake,

    /// <summary>Puts the take on the shelf of kept takes.</summary>
    Keep,

    /// <summary>Takes the last phrase as the one to vary from.</summary>
    CaptureA,

    /// <summary>Takes the last phrase as the one to vary towards.</summary>
    CaptureB,
}
