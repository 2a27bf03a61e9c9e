namespace ComposerPlugin.Engine;

/// <summary>[audio] Notes to be given to the host, in the order of time. The reader clears them.</summary>
public sealed class OutputNotes
{
    /// <summary>The most notes between two readings.</summary>
    public const int Capacity = 1024;

    private readonly OutputNote[] _notes = new OutputNote[Capacity];
    private int _retained;

    /// <summary>[audio] The number of notes.</summary>
    public int Count { get; private set; }

    /// <summary>[audio] The notes.</summary>
    public ReadOnlySpan<OutputNote> Waiting => _notes.AsSpan(0, Count);

    /// <summary>[audio] Whether there is room for a note-on; room for the note-offs of all pitches is reserved.</summary>
    public bool HasRoomToBegin => Count < Capacity - (2 * Music.Pitch.Count);

    /// <summary>[audio] Appends a note; false if full.</summary>
    public bool TryAdd(in OutputNote note)
    {
        if (Count == Capacity)
            return false;
        _notes[Count++] = note;
        return true;
    }

    /// <summary>
    /// [audio] Keeps a note-off that the host refused: after <see cref="Clear"/> it is in the list again, at frame 0 of the next block.
    /// </summary>
    public void Retain(in OutputNote off) => _notes[_retained++] = off with { Frame = 0 };

    /// <summary>[audio] Removes the notes that were read.</summary>
    public void Clear()
    {
        Count = _retained;
        _retained = 0;
    }
}
