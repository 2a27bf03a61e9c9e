namespace ComposerPlugin.Engine;

/// <summary>[audio] Notes of answers that have not begun, by position.</summary>
internal sealed class ScheduledNotes
{
    private const int Capacity = 256;

    private readonly ScheduledNote[] _notes = new ScheduledNote[Capacity];
    private int _count;

    /// <summary>[audio] The position at which the next one begins, in ticks; infinite if there is none.</summary>
    public double Next => _count == 0 ? double.PositiveInfinity : _notes[0].Start;

    /// <summary>[audio] The tick of the next one; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextOnset => _count == 0 ? long.MaxValue : _notes[0].Note.Onset;

    /// <summary>[audio] Adds a note after those at the same position; false if there is no room.</summary>
    public bool TryAdd(in ScheduledNote note)
    {
        if (_count == Capacity)
            return false;
        int at = _count++;
        for (; at > 0 && _notes[at - 1].Start > note.Start; at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = note;
        return true;
    }

    /// <summary>[audio] Takes the next note that begins at a position or before it.</summary>
    public bool TryTake(double position, out ScheduledNote note)
    {
        note = _notes[0];
        if (_count == 0 || note.Start > position)
            return false;
        Array.Copy(_notes, 1, _notes, 0, --_count);
        return true;
    }

    /// <summary>[audio] Whether a note of an answer is among them.</summary>
    public bool Has(int answerId)
    {
        foreach (ref readonly var note in _notes.AsSpan(0, _count))
        {
            if (note.AnswerId == answerId)
                return true;
        }
        return false;
    }

    /// <summary>[audio] The lowest tick of them; <see cref="long.MaxValue"/> if there is none.</summary>
    public long FirstOnset()
    {
        long first = long.MaxValue;
        foreach (ref readonly var note in _notes.AsSpan(0, _count))
            first = Math.Min(first, note.Note.Onset);
        return first;
    }

    /// <summary>[audio] Removes all.</summary>
    public void Clear() => _count = 0;
}
