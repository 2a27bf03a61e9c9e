namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Trade"/>: the player and the plugin take turns of a number of bars, counted from the start of the song, or,
/// while the host is stopped, from the player's first note. A turn in which the player plays nothing is not answered.
/// </summary>
internal sealed class TradeMode : Mode
{
    /// <inheritdoc/>
    public override bool EndsHeldNotes => true;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        answer = default;
        long start = point.StartAtOrAfter(point.Tick + 1, StartQuantize.Bar);
        bool begins = IsOurs(start, point) && !IsOurs(start - 1, point);
        if (!begins || !point.IsDue(start) || point.Phrase.Notes == 0 || (point.IsAnswering && point.AnswerEnd > start))
            return false;
        answer = new(start, End(start, point), Source);
        return true;
    }

    /// <inheritdoc/>
    public override bool IsTakeDue(in DecisionPoint point, out DueAnswer answer) =>
        base.IsTakeDue(point, out answer) && IsOurs(answer.Start, point);

    /// <inheritdoc/>
    protected override bool MayRepeat(long start, in DecisionPoint point, ref long end)
    {
        end = Math.Min(end, End(start, point));
        return IsOurs(start, point);
    }

    /// <summary>The bar line at which the turn around a tick is over.</summary>
    protected override long End(long start, in DecisionPoint point)
    {
        long bars = point.Controls.TradeBars;
        long number = point.Span.BarNumberAt(start);
        long barsLeft = bars - (number - (Turn(number, bars) * bars));
        return point.Span.BarsAt(start).BarLineBefore(start) + (barsLeft * point.Span.Meter.BarTicks);
    }

    private static bool IsOurs(long tick, in DecisionPoint point) =>
        (Turn(point.Span.BarNumberAt(tick), point.Controls.TradeBars) & 1) != 0;

    // Turns are counted from 0; the even ones are the player's.
    private static long Turn(long bar, long bars) => (bar / bars) - (bar % bars < 0 ? 1 : 0);
}
