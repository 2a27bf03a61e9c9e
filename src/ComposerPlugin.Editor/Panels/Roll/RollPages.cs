namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The pages of the roll: where the next one begins. A page turns where the playhead leaves it; while more of an answer lies beyond
/// it, already one bar earlier, so that what comes next is always seen. Between turns nothing moves.
/// </summary>
internal sealed class RollPages(RollModel roll)
{
    // Parts of a page shorter than two bars.
    private const int Parts = 4;
    private const double Rounding = 1e-6;

    private double _origin = double.NaN;

    /// <summary>Pages are counted from where the bars began again, not from the last one that turned early.</summary>
    public void Begin() => _origin = double.NaN;

    /// <summary>
    /// The left edge of the page of a position, in ticks. Pages are counted from where the bars began, so that the phrase and its answer
    /// stay on one page.
    /// </summary>
    /// <param name="position">The position, in ticks.</param>
    /// <param name="span">The length of a page, in ticks.</param>
    public double Turn(double position, double span)
    {
        var bars = roll.BarsAt(position);
        int ticks = bars.Bars.Meter.BarTicks;
        double from = _origin > bars.From && _origin <= position ? _origin : bars.From;
        long page = Math.Max(1, (long)((span / ticks) + Rounding)), bar = bars.Bars.BarOf(position) - bars.Bars.BarOf(from);
        double line = bars.Bars.BarLineBefore(position);
        // A page shorter than a bar begins at a part of the bar.
        return span < ticks ? line + (Math.Floor((position - line) / span) * span) : line - (bar % page * ticks);
    }

    /// <summary>
    /// Whether the page turns early: its last bar, or the last quarter of a short page, is reached, and more comes after it.
    /// </summary>
    /// <param name="position">The playhead, in ticks.</param>
    /// <param name="left">The left edge, in ticks.</param>
    /// <param name="span">The length of a page, in ticks.</param>
    public bool IsDue(double position, double left, double span) =>
        position >= left + span - Math.Min(BarTicks(position), span / Parts)
        && NextLeft(position, left, span) > left && HasMore(left + span);

    /// <summary>The left edge of a page that turns early: the bar of the playhead comes first on it.</summary>
    /// <param name="position">The playhead, in ticks.</param>
    /// <param name="left">The left edge, in ticks.</param>
    /// <param name="span">The length of a page, in ticks.</param>
    public double TurnEarly(double position, double left, double span)
    {
        double next = NextLeft(position, left, span);
        if (span >= 2 * BarTicks(position))
            _origin = next;
        return next;
    }

    private double BarTicks(double position) => roll.BarsAt(position).Bars.Meter.BarTicks;

    private double NextLeft(double position, double left, double span)
    {
        if (span >= 2 * BarTicks(position))
            return roll.BarsAt(position).Bars.BarLineBefore(position);
        double part = span / Parts;
        return left + (Math.Floor((position - left) / part) * part);
    }

    private bool HasMore(double right)
    {
        var answer = roll.Engine.Answer;
        if (answer.Id != 0 && answer.End > right)
            return true;
        var notes = roll.Notes;
        for (int i = notes.Length - 1; i >= 0; i--)
        {
            if (notes[i].State == RollNoteState.Planned && notes[i].Start >= right)
                return true;
        }
        return false;
    }
}
