namespace ComposerPlugin.Engine;

/// <summary>[audio] The notes that wait to be given to the host, in the order of time. Whoever reads them clears them.</summary>
public sealed class OutputNotes
{
    /// <summary>Room for this many between two readings.</summary>
    public const int Capacity = 1024;

    private readonly OutputNote[] _notes = new OutputNote[Capacity];
    private int _retained;

    /// <summary>[audio] How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>[audio] Those that wait.</summary>
    public ReadOnlySpan<OutputNote> Waiting => _notes.AsSpan(0, Count);

    /// <summary>[audio] Whether a note may still begin: room is kept for the ends of all that can sound.</summary>
    public bool HasRoomToBegin => Count < Capacity - (2 * Music.Pitch.Count);

    /// <summary>[audio] Appends; false when full.</summary>
    public bool TryAdd(in OutputNote note)
    {
        if (Count == Capacity)
            return false;
        _notes[Count++] = note;
        return true;
    }

    /// <summary>[audio] Keeps a note-off that the host did not take: after <see cref="Clear"/> it waits again, for the next block's first frame.</summary>
    public void Retain(in OutputNote off) => _notes[_retained++] = off with { Frame = 0 };

    /// <summary>[audio] Forgets those that were read.</summary>
    public void Clear()
    {
        Count = _retained;
        _retained = 0;
    }
}
