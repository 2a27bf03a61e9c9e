using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>The notes of an answer, as they sound, and how surprising each is. All memory is allocated in the constructor.</summary>
internal sealed class AnswerBuffer
{
    private readonly TimedNote[] _notes = new TimedNote[Capacities.AnswerNotes];
    private readonly float[] _bits = new float[Capacities.AnswerNotes];
    private NoteLocks _locks;

    /// <summary>How many notes are written.</summary>
    public int Count { get; private set; }

    /// <summary>The notes written so far, by onset.</summary>
    public ReadOnlySpan<TimedNote> Notes => _notes.AsSpan(0, Count);

    /// <summary>The surprise of each of them, in bits (<see cref="InformationContent"/>).</summary>
    public ReadOnlySpan<float> Bits => _bits.AsSpan(0, Count);

    /// <summary>Which of them are locked.</summary>
    public ref readonly NoteLocks Locks => ref _locks;

    /// <summary>For how many more notes there is room.</summary>
    public int Room => _notes.Length - Count;

    /// <summary>Removes all notes.</summary>
    public void Clear() => (Count, _locks) = (0, default);

    /// <summary>Adds a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="bits">Its surprise in bits.</param>
    /// <param name="isLocked">Whether the musician locked it.</param>
    public void Add(in TimedNote note, float bits, bool isLocked = false)
    {
        _bits[Count] = bits;
        _locks.Set(Count, Count + 1, isLocked);
        _notes[Count++] = note;
    }
}
