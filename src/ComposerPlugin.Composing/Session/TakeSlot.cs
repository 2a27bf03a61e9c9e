using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A place on the <see cref="TakeStore"/>. All memory is made in the constructor.</summary>
internal sealed class TakeSlot
{
    /// <summary>The number of the answer that it was at first; 0 when the place is free.</summary>
    public int Number { get; private set; }

    /// <summary>Its notes, and the bar lines at which it was played.</summary>
    public PhraseNotes Notes { get; } = new(Capacities.AnswerNotes);

    /// <summary>Where it begins, in ticks from its first bar line.</summary>
    public int Begin { get; private set; }

    private int End { get; set; }

    private uint Seed { get; set; }

    private string Style { get; set; } = "";

    /// <summary>Stores an answer.</summary>
    public void Store(int number, string style, uint seed, long begin, long end, BarGrid bars, ReadOnlySpan<TimedNote> notes)
    {
        long barLine = bars.BarLineBefore(begin);
        Notes.Begin(bars with { BarLine = barLine });
        foreach (var note in notes)
            Notes.Add(note.Onset, note.Duration, new((byte)note.Pitch), note.Velocity);
        (Number, Style, Seed) = (number, style, seed);
        (Begin, End) = ((int)(begin - barLine), (int)(end - barLine));
    }

    /// <summary>Stores what a project kept.</summary>
    public void Store(KeptTake take)
    {
        Notes.CopyFrom(take.Notes);
        (Number, Style, Seed, Begin, End) = (0, take.Style, take.Seed, take.Begin, take.End);
    }

    /// <summary>Becomes a copy of another.</summary>
    public void CopyFrom(TakeSlot other)
    {
        Notes.CopyFrom(other.Notes);
        (Number, Style, Seed, Begin, End) = (other.Number, other.Style, other.Seed, other.Begin, other.End);
    }

    /// <summary>A snapshot. Makes garbage.</summary>
    public KeptTake ToTake() => new(Style, Seed, Begin, End, Notes.ToPhrase() ?? new(Notes.Bars.Meter, []));
}
