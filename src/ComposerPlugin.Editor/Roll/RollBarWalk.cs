namespace ComposerPlugin.Editor;

/// <summary>The bars of the roll between two positions, from left to right, for foreach. Allocates nothing.</summary>
/// <param name="bars">The bars of the roll, the oldest first.</param>
/// <param name="from">The first position, in ticks.</param>
/// <param name="to">The last position, exclusive.</param>
public ref struct RollBarWalk(ReadOnlySpan<RollBars> bars, double from, double to)
{
    private readonly ReadOnlySpan<RollBars> _bars = bars;
    private int _at = -1;
    private double _next = from;

    /// <summary>The bar.</summary>
    public RollBar Current { get; private set; }

    /// <summary>This.</summary>
    public readonly RollBarWalk GetEnumerator() => this;

    /// <summary>Goes to the next bar; false after the last.</summary>
    public bool MoveNext()
    {
        while (_at < 0 || _next >= EndOf(_at))
        {
            if (++_at >= _bars.Length)
                return false;
            _next = Math.Max(_next, _bars[_at].From);
        }
        if (_next >= to)
            return false;
        var bars = _bars[_at];
        long bar = bars.Bars.BarOf(_next), line = bars.Bars.BarLineBefore(_next);
        double end = Math.Min(line + bars.Bars.Meter.BarTicks, EndOf(_at));
        Current = new(Math.Max(line, bars.From), end, line, bars.Number + bar, bars.Bars.Meter);
        _next = end;
        return true;
    }

    private readonly double EndOf(int at) => at + 1 < _bars.Length ? _bars[at + 1].From : double.PositiveInfinity;
}
