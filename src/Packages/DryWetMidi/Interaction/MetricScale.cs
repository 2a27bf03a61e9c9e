namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Ticks and microseconds along a tempo map. The stretches of constant tempo are summed in exact fractions and rounded once.
/// </summary>
internal sealed class MetricScale
{
    private readonly long[] _ticks;
    private readonly long[] _rates;
    private readonly Int128[] _starts;
    private readonly long _divisor;

    public MetricScale(TempoMap tempoMap)
    {
        IReadOnlyList<ValueChange<Tempo>> changes = tempoMap.Tempos.Changes;
        _ticks = [0, .. changes.Select(change => change.Time)];
        _rates = [Tempo.Default.MicrosecondsPerQuarterNote, .. changes.Select(change => change.Value.MicrosecondsPerQuarterNote)];
        _divisor = tempoMap.TicksPerQuarterNote;
        _starts = new Int128[_ticks.Length];
        for (int i = 1; i < _starts.Length; i++)
            _starts[i] = _starts[i - 1] + (Int128)(_ticks[i] - _ticks[i - 1]) * _rates[i - 1];
    }

    public long Microseconds(long ticks)
    {
        int i = Index(_ticks, ticks);
        Int128 product = _starts[i] + (Int128)(ticks - _ticks[i]) * _rates[i];
        return product / _divisor <= long.MaxValue
            ? TimeSpanMath.RoundedQuotient(product, _divisor)
            : throw new InvalidOperationException($"Tick {ticks} is too late for a time in microseconds.");
    }

    public long Ticks(long microseconds)
    {
        Int128 target = (Int128)microseconds * _divisor;
        int i = Index(_starts, target);
        return (long)Int128.Min(_ticks[i] + (Int128)TimeSpanMath.RoundedQuotient(target - _starts[i], _rates[i]), long.MaxValue);
    }

    /// <summary>The last place whose start is not after the value.</summary>
    private static int Index<T>(T[] starts, T value)
        where T : IComparable<T>
    {
        int low = 0, high = starts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (starts[middle].CompareTo(value) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
