namespace ComposerPlugin.Engine;

/// <summary>How soon an answer is led away from what it repeats.</summary>
public enum RepeatGuardStrength
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>After what people would still play.</summary>
    Normal,

    /// <summary>At once.</summary>
    Strong,
}
