namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Trade"/>: so many bars are the player's, as many ours, counted from the song's beginning (or, while the host
/// stands, from the player's first note). A turn in which nothing was played is not answered.
/// </summary>
internal static class TradeMode
{
    /// <summary>[audio] Whether our turn is due.</summary>
    public static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        turn = default;
        long line = StartPositions.AtOrAfter(moment.Tick + 1, StartQuantize.Bar, moment.Span, moment.Controls.Answer.Grid);
        bool begins = IsOurs(line, moment) && !IsOurs(line - 1, moment);
        if (!begins || !moment.IsDue(line) || moment.Listener.PhraseNotes == 0 || (moment.IsAnswering && moment.AnswerEnd > line))
            return false;
        turn = new(line, EndOfTurn(line, moment), AnswerFrom.Heard);
        return true;
    }

    /// <summary>[audio] Whether a tick lies in one of our turns.</summary>
    public static bool IsOurs(long tick, in DecisionPoint moment) => (FloorDivide(moment.Span.BarNumberAt(tick), moment.Controls.TradeBars) & 1) != 0;

    /// <summary>[audio] The bar line at which the turn around a tick is over.</summary>
    public static long EndOfTurn(long tick, in DecisionPoint moment)
    {
        long bars = moment.Controls.TradeBars;
        long number = moment.Span.BarNumberAt(tick);
        return moment.Span.BarLineBefore(tick) + ((bars - (number - (FloorDivide(number, bars) * bars))) * moment.Span.Meter.BarTicks);
    }

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}
