using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// The last notes that a model has read, on a clock of its own that begins with the piece: what models that see whole bars look back on.
/// All memory is made in the constructor.
/// </summary>
internal sealed class RecentNotes
{
    // Models of bars know no velocities.
    private const byte Velocity = 80;

    private const int Room = 2 * Capacities.NotesSinceMark;

    private readonly Note[] _notes = new Note[Room];
    private long _count;
    private long _markedCount;
    private long _markedOnset;

    /// <summary>The onset of the last note, or what has been waited since; in ticks.</summary>
    public long Onset { get; private set; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Forgets all.</summary>
    public void Clear() => (_count, Onset) = (0, 0);

    /// <summary>Reads what a model is given: its last note.</summary>
    public void Read(in StepInput input)
    {
        if (input.Ioi == Vocabulary.Wait)
            Onset += Vocabulary.ExactTicks;
        else if (input.Pitch < Vocabulary.Pitches && input.Ioi <= Vocabulary.ExactTicks)
            Add(input);
    }

    /// <summary>The bar line, on this clock, at which the bar of the last note ends.</summary>
    /// <param name="barLine">Any bar line.</param>
    /// <param name="meter">The meter.</param>
    public long EndOfBar(long barLine, Meter meter)
    {
        long last = _count == 0 ? Onset : Last(0).Onset;
        long bars = (last - barLine) / meter.BarTicks;
        return barLine + (((last < barLine + (bars * meter.BarTicks) ? bars - 1 : bars) + 1) * meter.BarTicks);
    }

    /// <summary>How many of the last notes begin at a tick or later, as far as they are remembered.</summary>
    public int CountFrom(long tick)
    {
        int count = 0;
        while (count < Math.Min(_count, Room) && Last(count).Onset >= tick)
            count++;
        return count;
    }

    /// <summary>The last note, or that so many before it.</summary>
    public Note Last(int before) => _notes[(_count - 1 - before) % Room];

    /// <summary>Remembers the present point.</summary>
    public void Mark() => (_markedCount, _markedOnset) = (_count, Onset);

    /// <summary>Goes back to it.</summary>
    public void Return() => (_count, Onset) = (_markedCount, _markedOnset);

    private void Add(in StepInput input)
    {
        Onset += input.Ioi;
        _notes[_count++ % Room] = new((int)Onset, Vocabulary.DurationTicks(input.Duration), new((byte)input.Pitch), Velocity);
    }
}
