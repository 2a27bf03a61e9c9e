using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What the pointer does on the roll: a click locks a note or a bar, Shift+drag locks what is inside the band, a drag scrolls; the
/// wheel scrolls the time, with Shift the pitch, and zooms with Ctrl.
/// </summary>
internal sealed class RollPointer(RollPanel panel, RollModel roll, RollLocks locks)
{
    // Units; steps of the wheel.
    private const float DragStart = 4, Reach = 1.5f;
    private const double WheelPart = 1.0 / 16, WheelRows = 2, WheelZoom = 1.25;

    private Drag _drag;
    private SKPoint _pressed;
    private SKPoint _last;
    private bool _isInside;
    private int _version = -1;

    private enum Drag
    {
        None,
        Press,
        Scroll,
        Band,
    }

    /// <summary>The note under the pointer; -1 if there is none.</summary>
    public int Note { get; private set; } = -1;

    /// <summary>The bar number under the pointer that can be clicked, in units; empty if there is none.</summary>
    public SKRect Over { get; private set; }

    /// <summary>The band of Shift+drag, in units; empty if there is none.</summary>
    public SKRect Band { get; private set; }

    /// <summary>What a click does here.</summary>
    public string Help
    {
        get
        {
            if (Note >= 0 && Note < roll.Notes.Length && roll.Notes[Note].IsAnswer)
            {
                return !locks.CanLock(roll.Notes[Note]) ? RollStrings.OtherTake
                    : locks.IsLocked(roll.Notes[Note]) ? RollStrings.LockedHelp : RollStrings.NoteHelp;
            }
            return _isInside && panel.Ruler.Contains(_last) ? RollStrings.BarHelp : RollStrings.Help;
        }
    }

    private RollView View => panel.View;

    /// <summary>Notes and times move under a resting pointer.</summary>
    public void Tick()
    {
        if (_version == roll.Version + panel.View.Version)
            return;
        _version = roll.Version + panel.View.Version;
        Look();
    }

    /// <summary>Handles what the pointer does.</summary>
    public void Handle(in PointerEvent e)
    {
        var at = new SKPoint(e.X, e.Y);
        var before = _last;
        _last = at;
        _isInside = e.Kind != PointerKind.Leave;
        switch (e.Kind)
        {
            case PointerKind.Wheel when e.Control:
                View.Zoom(Math.Clamp(e.X, View.Area.Left, View.Area.Right), Math.Pow(WheelZoom, -e.Wheel));
                break;
            case PointerKind.Wheel when e.Shift:
                View.ScrollPitch(e.Wheel * WheelRows);
                break;
            case PointerKind.Wheel:
                View.ScrollTime(-e.Wheel * WheelPart * View.Span);
                break;
            case PointerKind.DoublePress when View.Area.Contains(at) && NoteAt(at) < 0:
                View.FitPhrase();
                break;
            case PointerKind.Press or PointerKind.DoublePress:
                (_pressed, _drag) = (at, e.Shift && View.Area.Contains(at) ? Drag.Band : Drag.Press);
                break;
            case PointerKind.Move:
                Move(before, at);
                break;
            case PointerKind.Release:
                Release(at);
                break;
        }
        Look();
    }

    private void Move(SKPoint before, SKPoint at)
    {
        if (_drag == Drag.Press && Math.Abs(at.X - _pressed.X) + Math.Abs(at.Y - _pressed.Y) >= DragStart)
        {
            _drag = Drag.Scroll;
            before = _pressed;
        }
        if (_drag == Drag.Scroll)
        {
            View.ScrollTime((before.X - at.X) / View.UnitsPerTick);
            View.ScrollPitch((at.Y - before.Y) / View.RowHeight);
        }
        else if (_drag == Drag.Band)
        {
            Band = new(Math.Min(_pressed.X, at.X), Math.Min(_pressed.Y, at.Y), Math.Max(_pressed.X, at.X), Math.Max(_pressed.Y, at.Y));
            panel.Invalidate();
        }
    }

    private void Release(SKPoint at)
    {
        var drag = _drag;
        _drag = Drag.None;
        if (drag == Drag.Band)
        {
            bool any = locks.Toggle(Band.IsEmpty ? SKRect.Create(at.X, at.Y, 1, 1) : Band);
            Band = SKRect.Empty;
            panel.Invalidate();
            if (!any)
                panel.Host?.Say(RollStrings.NothingToLock);
        }
        else if (drag == Drag.Press)
        {
            Click(at);
        }
    }

    private void Click(SKPoint at)
    {
        if (panel.Ruler.Contains(at))
        {
            var bar = BarAt(at.X);
            if (!locks.Toggle(bar.Start, bar.End))
                panel.Host?.Say(RollStrings.NothingToLock);
        }
        else if (NoteAt(at) is var note and >= 0 && roll.Notes[note].IsAnswer)
        {
            if (locks.CanLock(roll.Notes[note]))
                locks.Toggle(roll.Notes[note]);
            else
                panel.Host?.Say(RollStrings.OtherTake);
        }
    }

    private void Look()
    {
        Note = _isInside && _drag != Drag.Scroll ? NoteAt(_last) : -1;
        Over = SKRect.Empty;
        if (!_isInside || !panel.Ruler.Contains(_last))
            return;
        var bar = BarAt(_last.X);
        if (bar.Meter.IsValid)
            Over = new(View.X(bar.Start) + 1, panel.Ruler.Top, View.X(bar.End) - 1, panel.Ruler.Bottom - 2);
    }

    // The newest one: it is drawn over the others.
    private int NoteAt(SKPoint at)
    {
        if (!View.Area.Contains(at))
            return -1;
        var notes = roll.Notes;
        for (int i = notes.Length - 1; i >= 0; i--)
        {
            if (SKRect.Inflate(View.BoundsOf(notes[i], roll.Engine.Position), Reach, Reach).Contains(at))
                return i;
        }
        return -1;
    }

    private RollBar BarAt(float x)
    {
        double position = View.PositionAt(x);
        foreach (var bar in roll.BarsBetween(position, position + 1))
            return bar;
        return default;
    }
}
