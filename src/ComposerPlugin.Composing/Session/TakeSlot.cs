using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A take in the <see cref="TakeStore"/>. All memory is allocated in the constructor.</summary>
internal sealed class TakeSlot
{
    private readonly float[] _bits = new float[Capacities.AnswerNotes];

    /// <summary>
    /// The <see cref="AnswerBounds.Id"/> of the answer when it was first played; 0 if the slot is free, or the take comes from a project.
    /// </summary>
    public int Id { get; private set; }

    /// <summary>Its notes, and the bars in which it was played.</summary>
    public PhraseNotes Notes { get; } = new(Capacities.AnswerNotes);

    /// <summary>How surprising each note was to the model, in bits; NaN where it is not known. A project does not save it.</summary>
    public ReadOnlySpan<float> Bits => _bits.AsSpan(0, Notes.Notes.Length);

    /// <summary>Its start, in ticks from its first bar line.</summary>
    public int Begin { get; private set; }

    private int End { get; set; }

    private uint Seed { get; set; }

    private string Style { get; set; } = "";

    /// <summary>Stores an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="bars">Its bar lines.</param>
    /// <param name="style">The id of its style.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="notes">Its notes.</param>
    /// <param name="bits">How surprising each of them is, in bits.</param>
    public void Store(
        in AnswerBounds answer, BarGrid bars, string style, uint seed, ReadOnlySpan<TimedNote> notes, ReadOnlySpan<float> bits)
    {
        var from = bars.From(answer.Start);
        Notes.Begin(from);
        foreach (var note in notes)
            Notes.Add(note.Onset, note.Duration, note.Pitch, note.Velocity);
        bits.CopyTo(_bits);
        (Id, Style, Seed) = (answer.Id, style, seed);
        (Begin, End) = ((int)(answer.Start - from.BarLine), (int)(answer.End - from.BarLine));
    }

    /// <summary>Stores a take of a project.</summary>
    public void Store(KeptTake take)
    {
        Notes.CopyFrom(take.Notes);
        _bits.AsSpan().Fill(float.NaN);
        (Id, Style, Seed, Begin, End) = (0, take.Style, take.Seed, take.Begin, take.End);
    }

    /// <summary>Copies another slot.</summary>
    public void CopyFrom(TakeSlot other)
    {
        Notes.CopyFrom(other.Notes);
        other._bits.CopyTo(_bits, 0);
        (Id, Style, Seed, Begin, End) = (other.Id, other.Style, other.Seed, other.Begin, other.End);
    }

    /// <summary>The take as a project saves it. Allocates.</summary>
    public KeptTake ToTake() => new(Style, Seed, Begin, End, Notes.ToPhrase() ?? new(Notes.Bars.Meter, []));
}
