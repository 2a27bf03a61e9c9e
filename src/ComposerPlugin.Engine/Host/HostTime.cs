using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the host says about time at the first frame of a block; whatever it does not say is null.</summary>
public readonly record struct HostTime
{
    /// <summary>Whether the host's transport moves.</summary>
    public bool IsPlaying { get; init; }

    /// <summary>Quarter notes a minute.</summary>
    public double? Tempo { get; init; }

    /// <summary>The song position, in quarter notes.</summary>
    public double? Quarter { get; init; }

    /// <summary>The song position of the last bar line, in quarter notes.</summary>
    public double? BarQuarter { get; init; }

    /// <summary>The time signature.</summary>
    public Meter? Meter { get; init; }

    /// <summary>Where the loop begins, in quarter notes; null when the host does not loop.</summary>
    public double? CycleStart { get; init; }

    /// <summary>Where the loop ends, in quarter notes; null when the host does not loop.</summary>
    public double? CycleEnd { get; init; }
}
