namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Hold"/>: the last take again and again, each time from the same place in the bar, without a seam where it fills its bars.</summary>
internal static class HoldMode
{
    /// <summary>[audio] Whether the take is due again.</summary>
    public static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        turn = default;
        if (moment.IsResting || !moment.Takes.TryGetCurrent(out var take))
            return false;
        long earliest = moment.IsAnswering ? moment.AnswerEnd : moment.First;
        long start = StartPositions.BarPositionAtOrAfter(earliest, take.BarPosition, moment.Span);
        if (!moment.IsDue(start))
            return false;
        turn = new(start, start + LengthIn(moment.Span, take), AnswerFrom.Take, take.Number);
        return true;
    }

    /// <summary>[audio] How long a take is now: in another meter than its own it fills whole bars.</summary>
    public static long LengthIn(in BlockSpan span, in RecentTake take)
    {
        int bar = span.Meter.BarTicks;
        return span.Meter == take.Meter ? take.Length : (take.Length + bar - 1) / bar * bar;
    }
}
