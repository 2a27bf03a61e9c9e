using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The notes of an answer, as they sound, and how surprising each is. A varied answer starts from given notes, which are replaced one by
/// one. All memory is allocated in the constructor.
/// </summary>
internal sealed class AnswerBuffer
{
    private readonly TimedNote[] _notes = new TimedNote[Capacities.AnswerNotes];
    private readonly float[] _bits = new float[Capacities.AnswerNotes];
    private int _given;

    /// <summary>How many notes are written.</summary>
    public int Count { get; private set; }

    /// <summary>The notes written so far, by onset.</summary>
    public ReadOnlySpan<TimedNote> Notes => _notes.AsSpan(0, Count);

    /// <summary>The surprise of each of them, in bits (<see cref="InformationContent"/>).</summary>
    public ReadOnlySpan<float> Bits => _bits.AsSpan(0, Count);

    /// <summary>Whether there is no room for another note.</summary>
    public bool IsFull => Count == _notes.Length;

    /// <summary>Whether it starts from given notes.</summary>
    public bool HasGiven => _given > 0;

    /// <summary>How many given notes are still to be replaced.</summary>
    public int GivenLeft => Math.Max(_given - Count, 0);

    /// <summary>The next given note.</summary>
    public TimedNote NextGiven => _notes[Count];

    /// <summary>Removes all notes.</summary>
    public void Clear() => Count = _given = 0;

    /// <summary>Starts from these notes, as many as there is room for.</summary>
    public void Give(ReadOnlySpan<TimedNote> notes)
    {
        _given = Math.Min(notes.Length, _notes.Length);
        notes[.._given].CopyTo(_notes);
    }

    /// <summary>Adds a note and its surprise in bits.</summary>
    public void Add(in TimedNote note, float bits)
    {
        _bits[Count] = bits;
        _notes[Count++] = note;
    }
}
