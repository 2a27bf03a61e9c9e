using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The numbers that the host shows for its bars, from 1 at the start of the song. VST3 gives the position and the meter of a bar,
/// not its number. So bars are counted while the host plays on, and after a jump from the last meter change before it that was played
/// through; where there is none, as if the song had one meter.
/// </summary>
public sealed class BarNumbers
{
    private const int Capacity = 64;

    // The last meter changes that were played through; when full, the oldest is replaced.
    private readonly Bar[] _changes = new Bar[Capacity];
    private int _added;
    private Bar _last;

    /// <summary>[audio] The number of a bar.</summary>
    /// <param name="barLine">Its bar line, in ticks from the start of the song.</param>
    /// <param name="meter">Its meter.</param>
    /// <param name="continues">Whether the host has played on from the bar of the last call.</param>
    public long NumberOf(long barLine, Meter meter, bool continues)
    {
        var bar = continues && _last.Meter.IsValid ? After(_last, barLine, meter) : AfterJump(barLine, meter);
        if (continues && _last.Meter.IsValid && meter != _last.Meter)
            Remember(bar);
        _last = bar;
        return bar.Number;
    }

    private Bar AfterJump(long barLine, Meter meter)
    {
        var from = new Bar(0, meter, 1);
        foreach (ref readonly var change in _changes.AsSpan(0, Math.Min(_added, Capacity)))
        {
            if (change.Meter == meter && change.Line <= barLine && change.Line >= from.Line)
                from = change;
        }
        return After(from, barLine, meter);
    }

    private void Remember(in Bar bar)
    {
        for (int i = 0; i < Math.Min(_added, Capacity); i++)
        {
            if (_changes[i].Line != bar.Line)
                continue;
            _changes[i] = bar;
            return;
        }
        _changes[_added++ % Capacity] = bar;
    }

    // Bars from a bar on have its meter.
    private static Bar After(in Bar bar, long barLine, Meter meter) =>
        new(barLine, meter, bar.Number + BlockSpan.BarsIn(barLine - bar.Line, bar.Meter));

    private readonly record struct Bar(long Line, Meter Meter, long Number);
}
