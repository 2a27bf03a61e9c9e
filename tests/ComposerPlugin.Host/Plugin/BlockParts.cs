namespace ComposerPlugin.Host;

/// <summary>Parts of a block that some hosts omit.</summary>
[Flags]
public enum BlockParts
{
    /// <summary>Nothing is omitted.</summary>
    None = 0,

    /// <summary>No input event list.</summary>
    InputEvents = 1 << 0,

    /// <summary>No output event list.</summary>
    OutputEvents = 1 << 1,

    /// <summary>No lists of parameter changes.</summary>
    ParameterChanges = 1 << 2,

    /// <summary>No audio buses.</summary>
    AudioBuses = 1 << 3,

    /// <summary>Audio buses without buffers.</summary>
    AudioBuffers = 1 << 4,

    /// <summary>No transport context.</summary>
    Context = 1 << 5,
}
