using SkiaSharp;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Which part of the roll is seen: times from left to right, pitches from bottom to top. It follows the playhead by pages.
/// </summary>
internal sealed class RollView(RollModel roll)
{
    private const int DefaultBars = 8, MostBars = 64, MostFitted = 32, PhraseGap = 2, FewestRows = 25, MostRows = 37;

    // Ticks, units, semitones.
    private const double ShortestSpan = Ticks.PerQuarter;
    private const float RowHeightWanted = 11.3f, NarrowestNote = 3, NoteGap = 1, RowGap = 0.7f;
    private const int PitchMargin = 3;

    private readonly PitchFollower _pitches = new(PitchMargin);
    private readonly RollPages _pages = new(roll);
    private SKRect _area;
    private bool _isZoomed;
    private int _restarts = -1;
    private double _begun = double.NaN;
    private (int Roll, int View) _looked = (-1, -1);

    /// <summary>The rows, in units of the window.</summary>
    public SKRect Area
    {
        get => _area;
        set
        {
            _area = value;
            _pitches.Begin();
            Version++;
        }
    }

    /// <summary>The position at the left edge, in ticks.</summary>
    public double Left { get; private set; }

    /// <summary>The ticks between the left and the right edge.</summary>
    public double Span { get; private set; } = DefaultBars * Meter.Common.BarTicks;

    /// <summary>The position at the right edge, in ticks.</summary>
    public double Right => Left + Span;

    /// <summary>The lower edge, as a pitch.</summary>
    public double Low => _pitches.Low;

    /// <summary>The number of rows.</summary>
    public double Rows => _pitches.Rows;

    /// <summary>Whether pages turn with the playhead, and the rows follow the notes.</summary>
    public bool Follows { get; private set; } = true;

    /// <summary>
    /// Whether the transport moves or something sounds: otherwise the clock runs free, and the page and the playhead rest.
    /// </summary>
    public bool IsBusy { get; private set; }

    /// <summary>Changes whenever another part is seen.</summary>
    public int Version { get; private set; }

    /// <summary>Units from one tick to the next.</summary>
    public double UnitsPerTick => Area.Width / Span;

    /// <summary>The height of a row, in units.</summary>
    public float RowHeight => (float)(Area.Height / Rows);

    /// <summary>The distance of a position from the left edge of the window, in units.</summary>
    public float X(double position) => (float)(Area.Left + ((position - Left) * UnitsPerTick));

    /// <summary>The upper edge of the row of a pitch, in units.</summary>
    public float Top(int pitch) => (float)(Area.Bottom - ((pitch + 1 - Low) * RowHeight));

    /// <summary>The position under a point, in ticks.</summary>
    public double PositionAt(float x) => Left + ((x - Area.Left) / UnitsPerTick);

    /// <summary>Where a note is drawn, in units.</summary>
    /// <param name="note">The note.</param>
    /// <param name="now">The position of the playhead, in ticks, up to which held notes grow.</param>
    public SKRect BoundsOf(in RollNote note, double now)
    {
        float left = X(note.Start), right = X(note.IsGrowing ? Math.Max(note.Start, now) : note.End) - NoteGap;
        float top = Top(note.Pitch.Number);
        return new(left, top + RowGap, Math.Max(right, left + NarrowestNote), top + RowHeight - RowGap);
    }

    /// <summary>Looks where the playhead and the notes are.</summary>
    public void Tick()
    {
        var engine = roll.Engine;
        IsBusy = engine.IsPlaying || engine.IsAnswering || engine.HearsPhrase;
        bool isOutside = engine.Position < Left || engine.Position >= Right;
        double begun = roll.Bars.IsEmpty ? double.NaN : roll.Bars[^1].From;
        if (_restarts < 0)
        {
            Turn(engine.Position);
        }
        else if (engine.IsPlaying ? roll.Restarts != _restarts : IsBusy && !begun.Equals(_begun))
        {
            // The host started or jumped; without a playing host, the player's first note has begun new bars.
            Follow();
        }
        else if (Follows && IsBusy && isOutside)
        {
            Turn(engine.Position);
        }
        else if (Follows && IsBusy && _pages.IsDue(engine.Position, Left, Span))
        {
            ShowPage(_pages.TurnEarly(engine.Position, Left, Span));
        }
        _restarts = roll.Restarts;
        // Bars that began while nothing sounds do not count.
        if (IsBusy)
            _begun = begun;
        TickPitches();
    }

    /// <summary>Goes to the playhead, or to the last notes while it rests, and follows it from now on.</summary>
    public void Follow()
    {
        Follows = true;
        _pages.Begin();
        Turn(IsBusy || roll.Notes.IsEmpty ? roll.Engine.Position : roll.Notes[^1].Start);
    }

    /// <summary>Shows other times, and follows no longer.</summary>
    /// <param name="ticks">How far to the right.</param>
    public void ScrollTime(double ticks) => ShowFrom(Left + ticks);

    /// <summary>Shows other pitches, and follows no longer.</summary>
    /// <param name="rows">How far up.</param>
    public void ScrollPitch(double rows)
    {
        Follows = false;
        if (_pitches.Scroll(rows))
            Version++;
    }

    /// <summary>Zooms the time; what is at a point stays there.</summary>
    /// <param name="x">The point, in units.</param>
    /// <param name="factor">More than 1 shows more.</param>
    public void Zoom(float x, double factor)
    {
        double at = PositionAt(x), part = (x - Area.Left) / Math.Max(Area.Width, 1);
        _isZoomed = true;
        Span = Math.Clamp(Span * factor, ShortestSpan, MostBars * (double)roll.BarsAt(at).Bars.Meter.BarTicks);
        Left = at - (part * Span);
        LookWhetherFollows();
        Version++;
    }

    /// <summary>Shows whole bars around times.</summary>
    /// <param name="from">The first position, in ticks.</param>
    /// <param name="to">The last position, exclusive.</param>
    public void Fit(double from, double to)
    {
        var first = roll.BarsAt(from).Bars;
        var last = roll.BarsAt(to - 1).Bars;
        double left = first.BarLineBefore(from), right = last.BarLineBefore(Math.Max(from, to - 1)) + last.Meter.BarTicks;
        _isZoomed = true;
        (Left, Span) = (left, Math.Clamp(right - left, ShortestSpan, MostBars * (double)first.Meter.BarTicks));
        LookWhetherFollows();
        _pitches.Begin();
        Version++;
    }

    /// <summary>Shows the last phrase and its answer.</summary>
    public void FitPhrase()
    {
        if (roll.Notes.IsEmpty)
        {
            Follow();
            return;
        }
        double now = roll.Engine.Position, end = double.NegativeInfinity;
        foreach (ref readonly var note in roll.Notes)
            end = Math.Max(end, note.IsGrowing ? now : note.End);
        Fit(StartOfPhrase(end), end);
    }

    /// <summary>Scrolls as little as needed to show a note, and follows no longer where it must.</summary>
    public void Show(in RollNote note)
    {
        if (note.Start < Left || note.Start >= Right)
            ShowFrom(note.Start - (Span / 4));
        if (note.Pitch.Number < Low)
            ScrollPitch(note.Pitch.Number - Low);
        else if (note.Pitch.Number + 1 > Low + Rows)
            ScrollPitch(note.Pitch.Number + 1 - Low - Rows);
    }

    // Notes belong together unless there are two bars of silence between them.
    private double StartOfPhrase(double end)
    {
        int bar = roll.BarsAt(end).Bars.Meter.BarTicks;
        double start = end, before;
        do
        {
            before = start;
            foreach (ref readonly var note in roll.Notes)
            {
                if (note.Start < start && (note.IsGrowing || note.End >= start - (PhraseGap * bar)))
                    start = Math.Max(note.Start, end - (MostFitted * bar));
            }
        }
        while (start < before);
        return start;
    }

    // Who zooms to where the playhead is not wants to stay there.
    private void LookWhetherFollows() => Follows &= !IsBusy || (roll.Engine.Position >= Left && roll.Engine.Position < Right);

    private void ShowFrom(double position)
    {
        Follows = false;
        Left = position;
        Version++;
    }

    private void Turn(double position)
    {
        if (!_isZoomed)
            Span = DefaultBars * roll.BarsAt(position).Bars.Meter.BarTicks;
        ShowPage(_pages.Turn(position, Span));
    }

    private void ShowPage(double left)
    {
        Left = left;
        _pitches.Begin();
        Version++;
    }

    private void TickPitches()
    {
        int rows = Math.Clamp((int)(Area.Height / RowHeightWanted), FewestRows, MostRows);
        if (_looked != (roll.Version, Version))
        {
            var (lowest, highest) = PitchesSeen();
            _pitches.Look(lowest, highest, rows, mayMove: Follows);
        }
        if (_pitches.Tick())
            Version++;
        _looked = (roll.Version, Version);
    }

    private (int Lowest, int Highest) PitchesSeen()
    {
        int lowest = int.MaxValue, highest = int.MinValue;
        foreach (ref readonly var note in roll.Notes)
        {
            if (note.Start >= Right || (!note.IsGrowing && note.End <= Left))
                continue;
            lowest = Math.Min(lowest, note.Pitch.Number);
            highest = Math.Max(highest, note.Pitch.Number);
        }
        return (lowest, highest);
    }
}
