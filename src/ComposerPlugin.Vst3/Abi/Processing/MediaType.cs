namespace ComposerPlugin.Vst3;

/// <summary>What a bus carries.</summary>
public enum MediaType
{
    /// <summary>Audio samples.</summary>
    Audio,

    /// <summary>Events: notes and the like.</summary>
    Event,
}
