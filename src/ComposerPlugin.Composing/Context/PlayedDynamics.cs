namespace ComposerPlugin.Composing;

/// <summary>How loud the player played between two answers, as <see cref="PlayerDynamics"/> measures it, in MIDI velocities.</summary>
/// <param name="Mean">The mean velocity, 1 to 127.</param>
internal readonly record struct PlayedDynamics(double Mean)
{
    /// <summary>By how much the velocity rises from the first note to the last, as a straight line fits it; negative if it falls.</summary>
    public double Change { get; init; }

    /// <summary>The standard deviation that neither the change nor the accents explain.</summary>
    public double Spread { get; init; }

    /// <summary>The ticks from the first onset to the last; 0 if nothing was played.</summary>
    public long Ticks { get; init; }

    /// <summary>The accent on bar lines.</summary>
    public Accent BarLine { get; init; }

    /// <summary>The accent on other beats.</summary>
    public Accent Beat { get; init; }

    /// <summary>The accent between beats.</summary>
    public Accent OffBeat { get; init; }

    /// <summary>The accent of a <see cref="MetricLevel"/>.</summary>
    public Accent At(int level) => level switch
    {
        0 => BarLine,
        1 => Beat,
        _ => OffBeat,
    };

    /// <summary>An accent of the player.</summary>
    /// <param name="Deviation">The mean deviation from the mean velocity.</param>
    /// <param name="Notes">Of how many notes.</param>
    internal readonly record struct Accent(double Deviation, int Notes);
}
