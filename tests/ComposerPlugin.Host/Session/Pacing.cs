namespace ComposerPlugin.Host;

/// <summary>When blocks are called for.</summary>
public enum Pacing
{
    /// <summary>One after the other, as fast as they are done.</summary>
    Free,

    /// <summary>Each at its time on the clock.</summary>
    Realtime,
}
