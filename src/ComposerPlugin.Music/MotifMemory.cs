namespace ComposerPlugin.Music;

/// <summary>
/// Holds what has been played and answered so far and tells what followed the last time that the present context was heard.
/// A context matches where gaps and pitches are equal, so that a note held a little longer is still the same motif.
/// All memory is made in the constructor; when it is full, the older half is forgotten.
/// </summary>
public sealed class MotifMemory
{
    private const int LongestMatch = 255;

    private readonly NoteStep[] _steps;
    private readonly byte[] _matches;

    /// <summary>A memory for so many notes.</summary>
    public MotifMemory(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _steps = new NoteStep[capacity];
        _matches = new byte[capacity];
    }

    /// <summary>How many notes it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The note that followed the latest longest earlier match of the notes remembered last.</summary>
    public MotifHint Hint { get; private set; } = MotifHint.None;

    /// <summary>Remembers a step that played a note.</summary>
    public void Remember(NoteStep step)
    {
        if (Count == _steps.Length)
            ForgetOlderHalf();
        _steps[Count++] = step;
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
        if (_steps.Length - Count < _steps.Length / 4)
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
            _matches[j] = Same(_steps[j], _steps[last]) ? (byte)Math.Min(before + 1, LongestMatch) : (byte)0;
        }
    }

    private void RecountMatches()
    {
        int last = Count - 1;
        for (int j = 0; j < last; j++)
        {
            int length = 0;
            while (length < LongestMatch && length <= j && Same(_steps[j - length], _steps[last - length]))
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
        var followed = _steps[end + 1];
        return new(followed.Pitch, followed.Gap, followed.Duration, MotifHint.LengthClass(longest));
    }

    private void ForgetOlderHalf()
    {
        int kept = _steps.Length / 2;
        Array.Copy(_steps, Count - kept, _steps, 0, kept);
        Count = kept;
        RecountMatches();
    }

    private static bool Same(NoteStep left, NoteStep right) => left.Pitch == right.Pitch && left.Gap == right.Gap;
}
