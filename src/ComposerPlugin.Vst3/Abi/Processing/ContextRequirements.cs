namespace ComposerPlugin.Vst3;

/// <summary>Which fields of <see cref="ProcessContext"/> a processor asks for.</summary>
[Flags]
public enum ContextRequirements : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="ProcessContext.SystemTime"/>.</summary>
    SystemTime = 1 << 0,

    /// <summary><see cref="ProcessContext.ContinuousTimeSamples"/>.</summary>
    ContinuousTimeSamples = 1 << 1,

    /// <summary><see cref="ProcessContext.ProjectTimeMusic"/>.</summary>
    ProjectTimeMusic = 1 << 2,

    /// <summary><see cref="ProcessContext.BarPositionMusic"/>.</summary>
    BarPositionMusic = 1 << 3,

    /// <summary>The cycle's start and end.</summary>
    CycleMusic = 1 << 4,

    /// <summary><see cref="ProcessContext.SamplesToNextClock"/>.</summary>
    SamplesToNextClock = 1 << 5,

    /// <summary><see cref="ProcessContext.Tempo"/>.</summary>
    Tempo = 1 << 6,

    /// <summary>The time signature.</summary>
    TimeSignature = 1 << 7,

    /// <summary>The chord.</summary>
    Chord = 1 << 8,

    /// <summary>The picture frame rate.</summary>
    FrameRate = 1 << 9,

    /// <summary>Playing, cycle and recording states.</summary>
    TransportState = 1 << 10,
}
