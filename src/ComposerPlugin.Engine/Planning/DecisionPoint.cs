namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The input to a mode's decision, made when a tick is finalized. Every tick is decided exactly once, one look-ahead before it
/// sounds.
/// </summary>
public readonly ref struct DecisionPoint
{
    /// <summary>The tick that is finalized: all notes played up to it are known.</summary>
    public required long Tick { get; init; }

    /// <summary>The first tick decided now.</summary>
    public required long First { get; init; }

    /// <summary>
    /// The last tick decided now: an answer that starts here must be requested at once. Less than <see cref="First"/> if no tick is
    /// decided.
    /// </summary>
    public required long Last { get; init; }

    /// <summary>The block.</summary>
    public required BlockSpan Span { get; init; }

    /// <summary>The controls.</summary>
    public required PlayControls Controls { get; init; }

    /// <summary>The player's phrase.</summary>
    public required PhraseDetector Phrase { get; init; }

    /// <summary>The last takes.</summary>
    public required RecentTakes Takes { get; init; }

    /// <summary>The piece of <see cref="PlayMode.Generate"/>.</summary>
    public required GeneratedPiece Piece { get; init; }

    /// <summary>Whether an answer is requested or sounds.</summary>
    public required bool IsAnswering { get; init; }

    /// <summary>The tick at which the newest answer is over.</summary>
    public required long AnswerEnd { get; init; }

    /// <summary>Whether modes that play without a phrase wait until the host plays or the musician does something.</summary>
    public required bool IsWaiting { get; init; }

    /// <summary>Whether a tick is decided now, or was before.</summary>
    public bool IsDue(long start) => start <= Last;

    /// <summary>The first tick at or after one at which an answer may start.</summary>
    public long StartAtOrAfter(long tick, StartQuantize quantize) => StartPositions.AtOrAfter(tick, quantize, Span, Controls.Answer.Grid);

    /// <summary>The tick at which an answer of the control's length is over.</summary>
    public long EndFrom(long start) => start + ((long)Controls.AnswerBars * Span.Meter.BarTicks);

    /// <summary>Whether the answer to the player's phrase is due.</summary>
    /// <param name="quantize">Where it may start, after the end of the phrase.</param>
    /// <param name="start">Its first tick.</param>
    public bool IsAnswerDue(StartQuantize quantize, out long start)
    {
        start = 0;
        if (IsAnswering || !Phrase.TryGetEnd(Controls.RestTicks, Span.Meter.BarTicks, out long end))
            return false;
        start = StartAtOrAfter(Math.Max(end, First), quantize);
        return IsDue(start);
    }

    /// <summary>
    /// Whether an answer is due on the bar line on which the player's phrase is likely to end. If the player goes on there, it is dropped.
    /// </summary>
    /// <param name="line">The bar line.</param>
    public bool IsEndLikely(out long line)
    {
        line = StartAtOrAfter(First, StartQuantize.Bar);
        return Controls.FollowsPhrase && Controls.RestTicks == 0 && !IsAnswering && IsDue(line)
            && Phrase.MayEndAt(line, Span.BarsAt(line), Controls.AnswerBars);
    }
}
