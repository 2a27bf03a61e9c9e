using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// The most recent notes that a bar-based model has read, in ticks from the start of the piece. Allocates only in the constructor.
/// </summary>
internal sealed class RecentNotes
{
    // Bar-based models ignore velocities; any valid one.
    private const byte Velocity = 80;

    private const int Capacity = 2 * Capacities.NotesSinceMark;

    private readonly Note[] _notes = new Note[Capacity];
    private long _count;
    private long _markedCount;
    private long _markedOnset;

    /// <summary>The onset of the last note, or the time after the last wait step, in ticks.</summary>
    public long Onset { get; private set; }

    /// <summary>Whether there are no notes.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Removes all notes and restarts the clock.</summary>
    public void Clear() => (_count, Onset) = (0, 0);

    /// <summary>Adds the last note of a model's input.</summary>
    public void Read(in StepInput input)
    {
        if (input.Ioi == Vocabulary.Wait)
            Onset += Vocabulary.ExactTicks;
        else if (input.Pitch < Vocabulary.Pitches && input.Ioi <= Vocabulary.ExactTicks)
            Add(input);
    }

    /// <summary>The end of the last note's bar, in ticks on this clock.</summary>
    /// <param name="barLine">The tick of any bar line.</param>
    /// <param name="meter">The meter.</param>
    public long EndOfBar(long barLine, Meter meter)
    {
        long last = _count == 0 ? Onset : Last(0).Onset;
        return new BarGrid(meter, barLine).BarLineBefore(last) + meter.BarTicks;
    }

    /// <summary>The number of stored notes with an onset at or after a tick.</summary>
    public int CountFrom(long tick)
    {
        int count = 0;
        while (count < Math.Min(_count, Capacity) && Last(count).Onset >= tick)
            count++;
        return count;
    }

    /// <summary>The note <paramref name="before"/> notes before the last one; 0 is the last.</summary>
    public Note Last(int before) => _notes[(_count - 1 - before) % Capacity];

    /// <summary>Marks the current point.</summary>
    public void Mark() => (_markedCount, _markedOnset) = (_count, Onset);

    /// <summary>Returns to the mark.</summary>
    public void Return() => (_count, Onset) = (_markedCount, _markedOnset);

    private void Add(in StepInput input)
    {
        Onset += input.Ioi;
        _notes[_count++ % Capacity] = new((int)Onset, Vocabulary.DurationTicks(input.Duration), new((byte)input.Pitch), Velocity);
    }
}
