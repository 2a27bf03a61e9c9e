namespace ComposerPlugin.Music;

/// <summary>
/// Holds what has been played and answered so far and tells what followed the last time that the present context was heard.
/// A context matches where gaps and pitches are equal, so that a note held a little longer is still the same motif.
/// All memory is made in the constructor; when it is full, the older half is forgotten.
/// </summary>
public sealed class MotifMemory
{
    private const int LongestMatch = 255;

    private readonly MotifNote[] _notes;
    private readonly byte[] _matches;

    /// <summary>A memory for so many notes.</summary>
    public MotifMemory(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        // One more for the note that is expected.
        _notes = new MotifNote[capacity + 1];
        _matches = new byte[capacity];
    }

    /// <summary>How many notes it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many notes it can hold.</summary>
    public int Capacity => _matches.Length;

    /// <summary>The note that followed the latest longest earlier match of the notes remembered last.</summary>
    public MotifHint Hint { get; private set; } = MotifHint.None;

    /// <summary>A note, the oldest first; at <see cref="Count"/> stands the note last given to <see cref="Expect"/>.</summary>
    public ref readonly MotifNote this[int note] => ref _notes[note];

    /// <summary>Sets down what is known of the note that comes next.</summary>
    public void Expect(in MotifNote note) => _notes[Count] = note;

    /// <summary>Remembers a note.</summary>
    public void Remember(in MotifNote note)
    {
        if (Count == Capacity)
            ForgetOlderHalf();
        _notes[Count++] = note;
        ExtendMatches();
        Hint = FindHint();
    }

    /// <summary>Forgets all but the first notes, so many of them.</summary>
    public void Rewind(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        Count = count;
        RecountMatches();
        Hint = FindHint();
    }

    /// <summary>Forgets the older half if fewer than a quarter of the places are free, so that a <see cref="Rewind"/> soon after cannot meet it.</summary>
    public void MakeRoom()
    {
        if (Capacity - Count < Capacity / 4)
            ForgetOlderHalf();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Rewind(0);

    // _matches[j]: over how many notes the passage that ends at j equals the one that ends at the last note.
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
