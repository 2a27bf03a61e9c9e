namespace ComposerPlugin.Engine;

/// <summary>How soon repetition in an answer is suppressed.</summary>
public enum RepeatGuardStrength
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>After more repetition than musicians play.</summary>
    Normal,

    /// <summary>Immediately.</summary>
    Strong,
}
