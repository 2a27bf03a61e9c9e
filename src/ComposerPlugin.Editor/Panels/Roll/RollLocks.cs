using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The locks of the current take on the notes of the roll. A take may be seen more than once: each time it is played again.
/// </summary>
internal sealed class RollLocks(RollModel roll, RollView view, ITakes takes)
{
    // How far ahead of its bar line a note of the bar may be played, in ticks.
    private const double Ahead = 2;

    private readonly List<int> _chosen = [];
    private TakeItem? _current;
    private int _version = -1;

    /// <summary>The current take; null if there is none.</summary>
    public TakeItem? Current
    {
        get
        {
            if (_version != takes.Version)
                (_version, _current) = (takes.Version, takes.Current);
            return _current;
        }
    }

    /// <summary>Whether a note belongs to the current take, so that it can be locked.</summary>
    public bool CanLock(in RollNote note) =>
        note.IsAnswer && Current is { } take && roll.TakeOf(note.AnswerId) == take.Id && note.Index < take.Locks.Count;

    /// <summary>Whether a note is locked.</summary>
    public bool IsLocked(in RollNote note) => CanLock(note) && Current!.Locks[note.Index];

    /// <summary>Locks a note, or unlocks it.</summary>
    public void Toggle(in RollNote note)
    {
        _chosen.Clear();
        if (CanLock(note))
            _chosen.Add(note.Index);
        Toggle();
    }

    /// <summary>Locks the notes that begin between two positions, or unlocks them if all are locked.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Toggle(double from, double to)
    {
        _chosen.Clear();
        foreach (ref readonly var note in roll.Notes)
        {
            if (note.Start >= from - Ahead && note.Start < to - Ahead)
                Choose(note);
        }
        return Toggle();
    }

    /// <summary>Locks the notes in an area of the window, or unlocks them if all are locked.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Toggle(SKRect area)
    {
        _chosen.Clear();
        foreach (ref readonly var note in roll.Notes)
        {
            if (view.BoundsOf(note, roll.Engine.Position).IntersectsWith(area))
                Choose(note);
        }
        return Toggle();
    }

    private void Choose(in RollNote note)
    {
        if (CanLock(note) && !_chosen.Contains(note.Index))
            _chosen.Add(note.Index);
    }

    private bool Toggle()
    {
        if (Current is not { } take || _chosen.Count == 0)
            return false;
        bool isLocked = !_chosen.TrueForAll(index => take.Locks[index]);
        foreach (int index in _chosen)
        {
            // Each lock makes another item of the take.
            if (Current is { } now && now.Id == take.Id && now.Locks[index] != isLocked)
                takes.Lock(now, index, isLocked);
        }
        return true;
    }
}
