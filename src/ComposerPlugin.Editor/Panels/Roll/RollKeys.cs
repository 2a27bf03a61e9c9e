namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What keys do on the roll: arrows choose a note of the current take, Return locks it, Shift+Return its bar; others scroll and
/// zoom.
/// </summary>
internal sealed class RollKeys(RollModel roll, RollView view, RollLocks locks)
{
    private const double KeyZoom = 1.25, PagePart = 0.5;

    private int _index;

    /// <summary>The note of the roll that is chosen; -1 if there is none.</summary>
    public int Chosen => Find(_index);

    /// <summary>The chosen note, in words.</summary>
    public string Reading
    {
        get
        {
            int at = Chosen;
            if (at < 0 || locks.Current is not { } take)
                return "";
            var note = roll.Notes[at];
            return RollStrings.Note(note.Index + 1, take.Notes.Count, PitchNames.Of(note.Pitch.Number), note.Bits, locks.IsLocked(note));
        }
    }

    /// <summary>Handles a key; true if it was used.</summary>
    public bool Handle(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Left:
                Choose(_index - 1);
                return true;
            case Key.Right:
                Choose(_index + 1);
                return true;
            case Key.Home:
                Choose(0);
                return true;
            case Key.End:
                Choose(int.MaxValue);
                return true;
            case Key.Up:
                view.ScrollPitch(1);
                return true;
            case Key.Down:
                view.ScrollPitch(-1);
                return true;
            case Key.PageUp:
                view.ScrollTime(-PagePart * view.Span);
                return true;
            case Key.PageDown:
                view.ScrollTime(PagePart * view.Span);
                return true;
            case Key.Return when Chosen is var at and >= 0:
                Lock(roll.Notes[at], isBar: e.Shift);
                return true;
            case Key.None when e.Character is '+' or '=' or '-':
                view.Zoom(view.Area.MidX, e.Character == '-' ? KeyZoom : 1 / KeyZoom);
                return true;
            default:
                return false;
        }
    }

    private void Choose(int index)
    {
        if (locks.Current is not { } take)
            return;
        _index = Math.Clamp(index, 0, Math.Max(0, take.Notes.Count - 1));
        if (Chosen is var at and >= 0)
            view.Show(roll.Notes[at]);
    }

    private void Lock(in RollNote note, bool isBar)
    {
        if (!isBar)
        {
            locks.Toggle(note);
            return;
        }
        foreach (var bar in roll.BarsBetween(note.Start, note.Start + 1))
        {
            locks.Toggle(bar.Start, bar.End);
            return;
        }
    }

    // A take that was played again is found where it was played last.
    private int Find(int index)
    {
        var notes = roll.Notes;
        for (int i = notes.Length - 1; i >= 0; i--)
        {
            if (notes[i].Index == index && locks.CanLock(notes[i]))
                return i;
        }
        return -1;
    }
}
