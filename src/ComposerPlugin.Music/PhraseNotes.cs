namespace ComposerPlugin.Music;

/// <summary>
/// A buffer for the notes of one phrase, in ticks from its first bar line. It allocates only in the constructor; notes beyond its capacity
/// are dropped.
/// </summary>
/// <param name="capacity">The maximum number of notes.</param>
public sealed class PhraseNotes(int capacity = PhraseNotes.MostPhraseNotes)
{
    /// <summary>The default capacity, in notes.</summary>
    public const int MostPhraseNotes = 512;

    private readonly Note[] _notes = new Note[capacity];
    private int _count;

    /// <summary>
    /// The bar lines at the time of playing, on the clock of the onsets given to <see cref="Add(long, int, Pitch, byte)"/>.
    /// </summary>
    public BarGrid Bars { get; private set; } = new(Meter.Common, 0);

    /// <summary>Whether there are no notes.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The notes; onsets in ticks from the first bar line.</summary>
    public ReadOnlySpan<Note> Notes => _notes.AsSpan(0, _count);

    /// <summary>The first bar line at or after the end of all notes, in ticks from the first bar line; at least one bar.</summary>
    public int BarsEnd
    {
        get
        {
            int end = 1;
            foreach (var note in Notes)
                end = Math.Max(end, note.End);
            return (int)Bars.Meter.BarsToHold(end) * Bars.Meter.BarTicks;
        }
    }

    /// <summary>Removes all notes and sets the bar line from which onsets count.</summary>
    public void Begin(BarGrid bars) => (Bars, _count) = (bars, 0);

    /// <summary>Adds a note. An onset before the bar line becomes 0. A full buffer drops the note.</summary>
    /// <param name="onset">The onset in ticks, on the clock of the bar line.</param>
    /// <param name="duration">The duration in ticks, at least 1.</param>
    /// <param name="pitch">The pitch.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Add(long onset, int duration, Pitch pitch, byte velocity)
    {
        if (_count < _notes.Length)
            _notes[_count++] = new((int)Math.Max(onset - Bars.BarLine, 0), duration, pitch, velocity);
    }

    /// <summary>Copies the bar lines and notes of another buffer.</summary>
    public void CopyFrom(PhraseNotes other)
    {
        Begin(other.Bars);
        Add(other.Notes);
    }

    /// <summary>Copies a phrase; null clears the buffer.</summary>
    public void CopyFrom(Phrase? phrase)
    {
        Begin(new((phrase?.Meter ?? Meter.Common).OrCommon, 0));
        if (phrase is not null)
            Add(phrase.AsSpan());
    }

    /// <summary>Whether the meter and the notes are equal.</summary>
    public bool IsLike(PhraseNotes other) => Bars.Meter == other.Bars.Meter && Notes.SequenceEqual(other.Notes);

    /// <summary>The notes as a phrase; null if there are none. Allocates.</summary>
    public Phrase? ToPhrase() => IsEmpty ? null : new(Bars.Meter, _notes.Take(_count));

    private void Add(ReadOnlySpan<Note> notes)
    {
        int taken = Math.Min(notes.Length, _notes.Length);
        notes[..taken].CopyTo(_notes);
        _count = taken;
    }
}
