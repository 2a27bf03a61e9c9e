namespace ComposerPlugin.Music;

/// <summary>Notes of one passage in ticks from its first bar line, in memory made in the constructor. A passage too long for it is cut.</summary>
/// <param name="capacity">How many notes it holds.</param>
public sealed class PhraseNotes(int capacity = PhraseNotes.MostPhraseNotes)
{
    /// <summary>How many notes of a played phrase are kept.</summary>
    public const int MostPhraseNotes = 512;

    private readonly Note[] _notes = new Note[capacity];
    private int _count;

    /// <summary>Where the bar lines were when it was played.</summary>
    public BarGrid Bars { get; private set; } = new(Meter.Common, 0);

    /// <summary>Whether it has no note.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The notes.</summary>
    public ReadOnlySpan<Note> Notes => _notes.AsSpan(0, _count);

    /// <summary>The bar line at which all its notes have ended, in ticks from its first bar line.</summary>
    public int BarsEnd
    {
        get
        {
            int end = 1;
            foreach (var note in Notes)
                end = Math.Max(end, note.End);
            int bar = Bars.Meter.BarTicks;
            return (end + bar - 1) / bar * bar;
        }
    }

    /// <summary>Forgets all; what comes is counted from this bar line.</summary>
    public void Begin(BarGrid bars) => (Bars, _count) = (bars, 0);

    /// <summary>Adds a note.</summary>
    /// <param name="onset">Its first tick, on the clock of the bar line.</param>
    /// <param name="duration">In ticks, at least 1.</param>
    /// <param name="pitch">The pitch.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Add(long onset, int duration, Pitch pitch, byte velocity)
    {
        if (_count < _notes.Length)
            _notes[_count++] = new((int)Math.Max(onset - Bars.BarLine, 0), duration, pitch, velocity);
    }

    /// <summary>Becomes a copy of another.</summary>
    public void CopyFrom(PhraseNotes other)
    {
        Begin(other.Bars);
        Add(other.Notes);
    }

    /// <summary>Becomes a phrase; nothing where that is null.</summary>
    public void CopyFrom(Phrase? phrase)
    {
        Begin(new((phrase?.Meter ?? Meter.Common).OrCommon, 0));
        if (phrase is not null)
            Add(phrase.AsSpan());
    }

    /// <summary>Whether the notes are the same.</summary>
    public bool IsLike(PhraseNotes other) => Bars.Meter == other.Bars.Meter && Notes.SequenceEqual(other.Notes);

    /// <summary>A phrase of the notes; null where there is none. Makes garbage.</summary>
    public Phrase? ToPhrase() => IsEmpty ? null : new(Bars.Meter, _notes.Take(_count));

    private void Add(ReadOnlySpan<Note> notes)
    {
        int taken = Math.Min(notes.Length, _notes.Length);
        notes[..taken].CopyTo(_notes);
        _count = taken;
    }
}
