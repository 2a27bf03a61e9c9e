namespace ComposerPlugin.Vst3;

/// <summary>Transport state, and which fields of a <see cref="ProcessContext"/> are valid.</summary>
[Flags]
public enum ContextFlags : uint
{
    /// <summary>Stopped, nothing valid.</summary>
    None = 0,

    /// <summary>The transport runs.</summary>
    Playing = 1 << 1,

    /// <summary>The cycle (loop) is on.</summary>
    CycleActive = 1 << 2,

    /// <summary>The host records.</summary>
    Recording = 1 << 3,

    /// <summary><see cref="ProcessContext.SystemTime"/> is valid.</summary>
    SystemTimeValid = 1 << 8,

    /// <summary><see cref="ProcessContext.ProjectTimeMusic"/> is valid.</summary>
    ProjectTimeMusicValid = 1 << 9,

    /// <summary><see cref="ProcessContext.Tempo"/> is valid.</summary>
    TempoValid = 1 << 10,

    /// <summary><see cref="ProcessContext.BarPositionMusic"/> is valid.</summary>
    BarPositionValid = 1 << 11,

    /// <summary><see cref="ProcessContext.CycleStartMusic"/> and <see cref="ProcessContext.CycleEndMusic"/> are valid.</summary>
    CycleValid = 1 << 12,

    /// <summary>The time signature is valid.</summary>
    TimeSignatureValid = 1 << 13,

    /// <summary><see cref="ProcessContext.SmpteOffsetSubframes"/> and the frame rate are valid.</summary>
    SmpteValid = 1 << 14,

    /// <summary><see cref="ProcessContext.SamplesToNextClock"/> is valid.</summary>
    ClockValid = 1 << 15,

    /// <summary><see cref="ProcessContext.ContinuousTimeSamples"/> is valid.</summary>
    ContinuousTimeValid = 1 << 17,

    /// <summary>The chord is valid.</summary>
    ChordValid = 1 << 18,
}
