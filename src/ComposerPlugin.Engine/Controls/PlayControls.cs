using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The controls at a frame.</summary>
/// <param name="Bypass">Notes only pass through.</param>
/// <param name="AnswerBars">The length of an answer, in bars; at least 1.</param>
/// <param name="RestTicks">The rest that ends a phrase, in ticks; 0: from the rhythm of the phrase.</param>
/// <param name="StartOn">Where an answer may start.</param>
/// <param name="Answer">The controls that are sent to the worker.</param>
public readonly record struct PlayControls(bool Bypass, int AnswerBars, int RestTicks, StartQuantize StartOn, AnswerControls Answer)
{
    /// <summary>The mode.</summary>
    public PlayMode Mode { get; init; }

    /// <summary>The style.</summary>
    public StyleChoice Style { get; init; }

    /// <summary>The length of a turn, in bars.</summary>
    public int TradeBars { get; init; } = 4;

    /// <summary>Whether the player's notes pass through.</summary>
    public bool Thru { get; init; } = true;

    /// <summary>The MIDI channel of answers, 0 to 15; -1: the player's.</summary>
    public sbyte Channel { get; init; } = -1;

    /// <summary>The source of micro-timing.</summary>
    public TimingSource Timing { get; init; }

    /// <summary>The share of a pair that its first note lasts: 0.5 is straight, 2/3 is triplet swing.</summary>
    public float Swing { get; init; } = 0.5f;

    /// <summary>
    /// Whether a phrase that fills its bars is answered on the bar line that follows, where its rest ends it otherwise; and whether what
    /// is not set of grid and swing is found.
    /// </summary>
    public bool FollowsPhrase { get; init; }

    /// <summary>Whether the grid is found. Sixteenths, the default, count as not set.</summary>
    public bool FindsGrid => FollowsPhrase && Answer.Grid.Positions == Grid.Sixteenth.Positions;

    /// <summary>Whether the current take is composed again when a control changes that shapes it.</summary>
    public bool AutoApply { get; init; }

    /// <summary>The gain of the preview tone, as a factor; 0: off.</summary>
    public float PreviewGain { get; init; }
}
