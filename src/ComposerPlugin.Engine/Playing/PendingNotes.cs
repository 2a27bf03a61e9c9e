namespace ComposerPlugin.Engine;

/// <summary>[audio] Notes of answers that are known and have not begun yet, by position.</summary>
internal sealed class PendingNotes
{
    private const int Capacity = 256;

    private readonly PendingNote[] _notes = new PendingNote[Capacity];
    private int _count;

    /// <summary>[audio] Where the next one begins, in ticks; infinite when there is none.</summary>
    public double Next => _count == 0 ? double.PositiveInfinity : _notes[0].Position;

    /// <summary>[audio] The tick that the next one is written on; the greatest there is when there is none.</summary>
    public long NextOnset => _count == 0 ? long.MaxValue : _notes[0].Onset;

    /// <summary>[audio] Adds a note behind those of the same position; false when there is no room.</summary>
    public bool TryAdd(in PendingNote note)
    {
        if (_count == Capacity)
            return false;
        int at = _count++;
        for (; at > 0 && _notes[at - 1].Position > note.Position; at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = note;
        return true;
    }

    /// <summary>[audio] Takes the next note that begins at a position or before it.</summary>
    public bool TryTake(double position, out PendingNote note)
    {
        note = _notes[0];
        if (_count == 0 || note.Position > position)
            return false;
        Array.Copy(_notes, 1, _notes, 0, --_count);
        return true;
    }

    /// <summary>[audio] Forgets all.</summary>
    public void Clear() => _count = 0;
}
