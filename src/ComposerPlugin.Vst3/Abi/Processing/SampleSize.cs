namespace ComposerPlugin.Vst3;

/// <summary>Type of the audio samples.</summary>
public enum SampleSize
{
    /// <summary>32-bit float.</summary>
    Float32,

    /// <summary>64-bit float.</summary>
    Float64,
}
