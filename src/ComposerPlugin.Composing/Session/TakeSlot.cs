using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A take in the <see cref="TakeStore"/>. All memory is allocated in the constructor.</summary>
internal sealed class TakeSlot
{
    private readonly float[] _bits = new float[Capacities.AnswerNotes];
    private NoteLocks _locks;

    /// <summary>
    /// The <see cref="AnswerBounds.Id"/> of the answer when it was first played; 0 if the slot is free; negative if the take comes from a
    /// project.
    /// </summary>
    public int Id { get; private set; }

    /// <summary>Its notes by <see cref="Note.CompareTo"/>, and the bars in which it was played.</summary>
    public PhraseNotes Notes { get; } = new(Capacities.AnswerNotes);

    /// <summary>How surprising each note was to the model, in bits; NaN where it is not known. A project does not save it.</summary>
    public ReadOnlySpan<float> Bits => _bits.AsSpan(0, Notes.Notes.Length);

    /// <summary>Its start, in ticks from its first bar line.</summary>
    public int Begin { get; private set; }

    /// <summary>Its number.</summary>
    public int Number { get; set; }

    /// <summary>The name that the musician gave it; null if there is none.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the musician deleted it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Which of its notes are locked.</summary>
    public ref NoteLocks Locks => ref _locks;

    private int End { get; set; }

    private uint Seed { get; set; }

    private string Style { get; set; } = "";

    private TakeOrigin Origin { get; set; }

    private float Amount { get; set; }

    private int Base { get; set; }

    private int Phrase { get; set; }

    /// <summary>One of its notes, where an answer repeats it; false if that is over before it begins.</summary>
    public bool TryPlace(int index, in ComposeRequest request, out TimedNote placed)
    {
        var note = Notes.Notes[index];
        long onset = request.Answer.Start + note.Onset - Begin;
        int duration = (int)Math.Min(note.Duration, request.Answer.End - onset);
        placed = new(onset, duration, note.Pitch, note.Velocity, request.Bars);
        return duration > 0;
    }

    /// <summary>The number of a note in its chord, from 0.</summary>
    public int NumberInChord(int index)
    {
        int first = index;
        while (first > 0 && Notes.Notes[first - 1].Onset == Notes.Notes[index].Onset)
            first--;
        return index - first;
    }

    /// <summary>Stores an answer.</summary>
    /// <param name="request">Its request.</param>
    /// <param name="style">The id of its style.</param>
    /// <param name="phrase">The number of the phrase that it answers.</param>
    /// <param name="notes">Its notes, by onset.</param>
    /// <param name="bits">How surprising each of them is, in bits.</param>
    /// <param name="locks">Which of them are locked, in their order.</param>
    public void Store(
        in ComposeRequest request, string style, int phrase, ReadOnlySpan<TimedNote> notes, ReadOnlySpan<float> bits, in NoteLocks locks)
    {
        var from = request.Bars.From(request.Answer.Start);
        Notes.Begin(from);
        _locks = default;
        Span<int> order = stackalloc int[NoteLocks.Capacity];
        Sort(notes, order);
        foreach (int note in order[..notes.Length])
        {
            if (locks.IsLocked(note))
                _locks.Set(Notes.Notes.Length, Notes.Notes.Length + 1, isLocked: true);
            _bits[Notes.Notes.Length] = bits[note];
            Notes.Add(notes[note].Onset, notes[note].Duration, notes[note].Pitch, notes[note].Velocity);
        }
        (Id, Style, Seed, Phrase, Name, IsHidden) = (request.Answer.Id, style, request.Controls.Seed, phrase, null, false);
        Origin = request.Origin == TakeOrigin.NewTake && _locks.HasAny ? TakeOrigin.Locks : request.Origin;
        (Base, Amount) = (request.BaseTake, Origin == TakeOrigin.Variation ? request.Controls.Variation : 0);
        (Begin, End) = ((int)(request.Answer.Start - from.BarLine), (int)(request.Answer.End - from.BarLine));
    }

    /// <summary>Stores a take of a project.</summary>
    /// <param name="take">The take.</param>
    /// <param name="id">Its id.</param>
    public void Store(KeptTake take, int id)
    {
        Notes.CopyFrom(take.Notes);
        _bits.AsSpan().Fill(float.NaN);
        (Id, Style, Seed, Begin, End) = (id, take.Style, take.Seed, take.Begin, take.End);
        (Number, Name, IsHidden, _locks) = (take.Number, take.Name, false, default);
        (Origin, Base, Amount, Phrase) = (TakeOrigin.Project, 0, 0, 0);
    }

    /// <summary>Stores a take that the window shows.</summary>
    public void Store(TakeSnapshot take)
    {
        Notes.CopyFrom(take.Notes);
        _bits.AsSpan().Fill(float.NaN);
        (Id, Style, Seed, Begin, End) = (take.Id, take.Style, take.Seed, take.Begin, take.End);
        (Number, Name, IsHidden, _locks) = (take.Number, take.Name, false, take.Locks);
        (Origin, Base, Amount, Phrase) = (take.Origin, take.Base, take.Amount, take.Phrase);
    }

    /// <summary>Copies another slot.</summary>
    public void CopyFrom(TakeSlot other)
    {
        Notes.CopyFrom(other.Notes);
        other._bits.CopyTo(_bits, 0);
        (Id, Style, Seed, Begin, End) = (other.Id, other.Style, other.Seed, other.Begin, other.End);
        (Number, Name, IsHidden, _locks) = (other.Number, other.Name, false, other._locks);
        (Origin, Base, Amount, Phrase) = (other.Origin, other.Base, other.Amount, other.Phrase);
    }

    /// <summary>The take as a project saves it. Allocates.</summary>
    public KeptTake ToTake() => new(Style, Seed, Begin, End, ToPhrase()) { Number = Number, Name = Name };

    /// <summary>The take as the window shows it. Allocates.</summary>
    /// <param name="isKept">Whether it is kept.</param>
    public TakeSnapshot ToSnapshot(bool isKept) => new()
    {
        Id = Id,
        Number = Number,
        Origin = Origin,
        Amount = Amount,
        Base = Base,
        Phrase = Phrase,
        Style = Style,
        Seed = Seed,
        Begin = Begin,
        End = End,
        Notes = ToPhrase(),
        Locks = _locks,
        Name = Name,
        IsKept = isKept,
    };

    private Phrase ToPhrase() => Notes.ToPhrase() ?? new(Notes.Bars.Meter, []);

    // By Note.CompareTo, so that a note has the same number here and in a Phrase. The notes are by onset already, but for chords.
    private static void Sort(ReadOnlySpan<TimedNote> notes, Span<int> order)
    {
        for (int i = 0; i < notes.Length; i++)
        {
            int at = i;
            for (; at > 0 && IsBefore(notes[i], notes[order[at - 1]]); at--)
                order[at] = order[at - 1];
            order[at] = i;
        }
    }

    private static bool IsBefore(in TimedNote note, in TimedNote other) =>
        note.Onset != other.Onset ? note.Onset < other.Onset
        : note.Pitch.Number != other.Pitch.Number ? note.Pitch < other.Pitch
        : note.Duration != other.Duration ? note.Duration < other.Duration
        : note.Velocity < other.Velocity;
}
