using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The host's time at the first frame of a block; null where the host does not provide a value.</summary>
public readonly record struct HostTime
{
    /// <summary>Whether the host plays.</summary>
    public bool IsPlaying { get; init; }

    /// <summary>The tempo, in quarter notes per minute.</summary>
    public double? Tempo { get; init; }

    /// <summary>The song position, in quarter notes.</summary>
    public double? Quarter { get; init; }

    /// <summary>The song position of the last bar line, in quarter notes.</summary>
    public double? BarQuarter { get; init; }

    /// <summary>The time signature.</summary>
    public Meter? Meter { get; init; }

    /// <summary>The start of the loop, in quarter notes; null if the host does not loop.</summary>
    public double? CycleStart { get; init; }

    /// <summary>The end of the loop, in quarter notes; null if the host does not loop.</summary>
    public double? CycleEnd { get; init; }
}
