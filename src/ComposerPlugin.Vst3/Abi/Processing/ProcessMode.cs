namespace ComposerPlugin.Vst3;

/// <summary>How the process call relates to the clock on the wall.</summary>
public enum ProcessMode
{
    /// <summary>Each block is called for at its time.</summary>
    Realtime,

    /// <summary>Ahead of time and irregularly, but with no time to wait.</summary>
    Prefetch,

    /// <summary>A bounce: the processor may take as long as it needs.</summary>
    Offline,
}
