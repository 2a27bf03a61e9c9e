namespace ComposerPlugin.Engine;

/// <summary>The controls as they stand in a block.</summary>
/// <param name="Bypass">Only pass notes through.</param>
/// <param name="AnswerBars">How long an answer is, in bars; at least 1.</param>
/// <param name="RestTicks">How long the player must rest for a phrase to be over, in ticks; 0: as the phrase's own rhythm tells.</param>
/// <param name="StartOn">Where an answer may begin.</param>
/// <param name="Answer">The controls that go to the composer.</param>
public readonly record struct PlayControls(bool Bypass, int AnswerBars, int RestTicks, StartQuantize StartOn, AnswerControls Answer)
{
    /// <summary>When to play, and what.</summary>
    public PlayMode Mode { get; init; }

    /// <summary>The style that answers are played in.</summary>
    public StyleChoice Style { get; init; }

    /// <summary>How many bars each plays in turn.</summary>
    public int TradeBars { get; init; } = 4;

    /// <summary>Whether what the player plays sounds too.</summary>
    public bool Thru { get; init; } = true;

    /// <summary>The channel to play on, 0 to 15; -1 for the player's.</summary>
    public sbyte Channel { get; init; } = -1;

    /// <summary>What the timing between the grid lines goes by.</summary>
    public TimingFrom Timing { get; init; }

    /// <summary>How much of a pair of the grid's notes the first lasts: 0.5 straight, 2/3 a triplet's.</summary>
    public float Swing { get; init; } = 0.5f;

    /// <summary>How loud the preview tone is, as a factor; 0: off.</summary>
    public float PreviewGain { get; init; }
}
