namespace ComposerPlugin.Host;

/// <summary>Parts of a block that some hosts leave out.</summary>
[Flags]
public enum BlockParts
{
    /// <summary>Nothing is left out.</summary>
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
