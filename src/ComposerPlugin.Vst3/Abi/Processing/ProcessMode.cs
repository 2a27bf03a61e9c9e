namespace ComposerPlugin.Vst3;

/// <summary>The timing of process calls (Vst::ProcessModes).</summary>
public enum ProcessMode
{
    /// <summary>Each block is processed in real time.</summary>
    Realtime,

    /// <summary>Blocks are processed ahead of time at irregular intervals; the processor must not wait.</summary>
    Prefetch,

    /// <summary>Offline rendering: the processor may take as long as it needs.</summary>
    Offline,
}
