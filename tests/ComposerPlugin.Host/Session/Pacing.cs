namespace ComposerPlugin.Host;

/// <summary>When blocks are processed.</summary>
public enum Pacing
{
    /// <summary>One after the other, as fast as possible.</summary>
    Free,

    /// <summary>Each at its time on the clock.</summary>
    Realtime,
}
