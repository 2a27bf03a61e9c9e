namespace ComposerPlugin.Music;

/// <summary>
/// The notes played and answered so far, with an incremental search for the longest earlier match of the most recent notes.
/// Notes match if IOI class and pitch are equal; durations are ignored, so that a note held longer is still the same motif.
/// Allocates only in the constructor. A full memory drops its older half.
/// </summary>
public sealed class MotifMemory
{
    private const int LongestMatch = 255;

    private readonly MotifNote[] _notes;
    private readonly byte[] _matches;

    /// <summary>Creates a memory for <paramref name="capacity"/> notes, at least 2.</summary>
    public MotifMemory(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        // One more for the note given to Expect.
        _notes = new MotifNote[capacity + 1];
        _matches = new byte[capacity];
    }

    /// <summary>The number of notes.</summary>
    public int Count { get; private set; }

    /// <summary>The maximum number of notes.</summary>
    public int Capacity => _matches.Length;

    /// <summary>The note that followed the longest earlier match of the most recent notes.</summary>
    public MotifHint Hint { get; private set; } = MotifHint.None;

    /// <summary>A note by index, oldest first; index <see cref="Count"/> is the note last given to <see cref="Expect"/>.</summary>
    public ref readonly MotifNote this[int note] => ref _notes[note];

    /// <summary>Sets the known fields of the next note.</summary>
    public void Expect(in MotifNote note) => _notes[Count] = note;

    /// <summary>Adds a note and updates <see cref="Hint"/>.</summary>
    public void Remember(in MotifNote note)
    {
        if (Count == Capacity)
            ForgetOlderHalf();
        _notes[Count++] = note;
        ExtendMatches();
        Hint = FindHint();
    }

    /// <summary>Keeps only the oldest <paramref name="count"/> notes.</summary>
    public void Rewind(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        Count = count;
        RecountMatches();
        Hint = FindHint();
    }

    /// <summary>
    /// Drops the older half if less than a quarter of the capacity is free, so that no drop happens between this call and the next
    /// <see cref="Rewind"/> unless more notes than that follow.
    /// </summary>
    public void MakeRoom()
    {
        if (Capacity - Count < Capacity / 4)
            ForgetOlderHalf();
    }

    /// <summary>Removes all notes.</summary>
    public void Clear() => Rewind(0);

    // _matches[j]: the number of notes over which the segment that ends at j equals the segment that ends at the last note.
    private void ExtendMatches()
    {
        int last = Count - 1;
        for (int j = last - 1; j >= 0; j--)
        {
            int before = j > 0 ? _matches[j - 1] : 0;
            _matches[j] = Same(_notes[j], _notes[last]) ? (byte)Math.Min(before + 1, LongestMatch) : (byte)0;
        }
    }

    private void RecountMatches()
    {
        int last = Count - 1;
        for (int j = 0; j < last; j++)
        {
            int length = 0;
            while (length < LongestMatch && length <= j && Same(_notes[j - length], _notes[last - length]))
                length++;
            _matches[j] = (byte)length;
        }
    }

    private MotifHint FindHint()
    {
        int longest = 0, end = -1;
        for (int j = Count - 2; j >= 0; j--)
        {
            if (_matches[j] > longest)
            {
                longest = _matches[j];
                end = j;
            }
        }
        if (end < 0)
            return MotifHint.None;
        var followed = _notes[end + 1];
        return new(followed.Pitch, followed.Ioi, followed.Duration, MotifHint.LengthClass(longest));
    }

    private void ForgetOlderHalf()
    {
        int kept = Capacity / 2;
        Array.Copy(_notes, Count - kept, _notes, 0, kept);
        Count = kept;
        RecountMatches();
    }

    private static bool Same(in MotifNote left, in MotifNote right) => left.Pitch == right.Pitch && left.Ioi == right.Ioi;
}
