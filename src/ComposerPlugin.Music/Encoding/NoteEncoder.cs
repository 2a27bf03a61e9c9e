namespace ComposerPlugin.Music;

/// <summary>
/// Turns music into <see cref="NoteStep"/>s and back, and keeps, step by step, what a model must read before it writes the next one.
/// The trainer and the plugin run this same code. Ticks are counted on any clock that has bar lines.
/// </summary>
public sealed class NoteEncoder
{
    private readonly KeyTracker _key = new();
    private Position _at;

    /// <summary>An encoder that writes its hints from this memory.</summary>
    public NoteEncoder(MotifMemory memory)
    {
        Memory = memory;
        Start(Meter.Common, 0);
    }

    /// <summary>The notes so far.</summary>
    public MotifMemory Memory { get; }

    /// <summary>What a model reads now.</summary>
    public StepInput Input => new(_at.Pitch, _at.Ioi, _at.Duration,
        BarPositionAt(_at.End), Vocabulary.MeterClass(_at.Meter), BarClass(BarAt(_at.End)), _key.Key, Memory.Hint);

    /// <summary>What is known of the next note before anything about it is chosen.</summary>
    public MotifNote Expected => new(Vocabulary.NoIoi, 0, 0, Vocabulary.NoPitch, Vocabulary.NoDuration,
        BarPositionAt(_at.NoteEnd), (int)Math.Clamp(BarAt(_at.NoteEnd), -1, int.MaxValue), Vocabulary.MeterClass(_at.Meter));

    /// <summary>The rest, in ticks, that a gap of 0 ticks would be now: negative while the last note sounds.</summary>
    public long RestOfNoIoi => _at.Onset - _at.NoteEnd;

    /// <summary>The onset of the last note, or the bar line that the music started from; in ticks.</summary>
    public long Onset => _at.Onset;

    /// <summary>The tick at which the last note has ended.</summary>
    public long End => _at.End;

    /// <summary>The meter.</summary>
    public Meter Meter => _at.Meter;

    /// <summary>Begins a piece: forgets all notes.</summary>
    /// <param name="meter">Its meter.</param>
    /// <param name="barLine">The tick of the bar line from which the first gap counts.</param>
    /// <param name="pickup">Whether the bar that begins there is a pickup to the first one.</param>
    public void Start(Meter meter, long barLine, bool pickup = false)
    {
        Memory.Clear();
        _key.Clear();
        _at = new(meter, barLine, pickup ? -1 : 0, barLine, barLine, barLine, Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration);
    }

    /// <summary>Goes on in another meter, from a bar line at this tick.</summary>
    public void ChangeMeter(Meter meter, long barLine)
    {
        long bars = FloorDivide(barLine - _at.BarLine, _at.Meter.BarTicks);
        _at = _at with { Meter = meter, BarLine = barLine, Bar = _at.Bar + bars };
    }

    /// <summary>Moves all that was heard later by whole bars, as if these silent bars had not been: long rests then read as short ones.</summary>
    public void SkipSilence(int bars)
    {
        long ticks = (long)bars * _at.Meter.BarTicks;
        _at = _at with { BarLine = _at.BarLine + ticks, Onset = _at.Onset + ticks, End = _at.End + ticks, NoteEnd = _at.NoteEnd + ticks };
    }

    /// <summary>Takes one step: after it, <see cref="Input"/> is what a model reads next.</summary>
    public void Push(NoteStep step)
    {
        if (step.Ioi == Vocabulary.Wait)
        {
            long onset = _at.Onset + Vocabulary.ExactTicks;
            _at = _at with { Onset = onset, End = Math.Max(_at.End, onset), Pitch = step.Pitch, Ioi = step.Ioi, Duration = step.Duration };
        }
        else if (step.IsNote)
        {
            long onset = _at.Onset + step.Ioi;
            long end = onset + Vocabulary.DurationTicks(step.Duration);
            var note = Expected with { Ioi = step.Ioi, Rest = Rest(onset), BarPosition = BarPositionAt(onset), Pitch = step.Pitch, Duration = step.Duration };
            _at = _at with { Onset = onset, End = end, NoteEnd = end, Pitch = step.Pitch, Ioi = step.Ioi, Duration = step.Duration };
            Memory.Remember(note);
            _key.Hear(step.Pitch, Vocabulary.DurationTicks(step.Duration));
        }
    }

    /// <summary>The place in the bar of a tick, for a model: at most <see cref="Vocabulary.BarPositions"/> - 1.</summary>
    public int BarPositionAt(long tick)
    {
        long bar = FloorDivide(tick - _at.BarLine, _at.Meter.BarTicks);
        return (int)Math.Min(tick - _at.BarLine - (bar * _at.Meter.BarTicks), Vocabulary.BarPositions - 1);
    }

    /// <summary>Remembers the present point, to which <see cref="Return"/> can go back.</summary>
    public Mark Here()
    {
        Memory.MakeRoom();
        return new(_at, Memory.Count, _key.Here());
    }

    /// <summary>Forgets what came after a point; valid until the next <see cref="Here"/> or <see cref="Start"/>.</summary>
    public void Return(Mark mark)
    {
        _at = mark.At;
        Memory.Rewind(mark.Remembered);
        _key.Return(mark.Key);
    }

    /// <summary>The steps of a phrase, closed by <see cref="NoteStep.End"/>.</summary>
    public static IReadOnlyList<NoteStep> Encode(Phrase phrase)
    {
        var steps = new List<NoteStep>(phrase.Count + 1);
        int onset = 0;
        foreach (var note in phrase)
        {
            for (; note.Onset - onset > Vocabulary.ExactTicks; onset += Vocabulary.ExactTicks)
                steps.Add(NoteStep.Wait);
            steps.Add(new(note.Onset - onset, note.Pitch.Number, Vocabulary.DurationClass(note.Duration), Vocabulary.VelocityClass(note.Velocity)));
            onset = note.Onset;
        }
        steps.Add(NoteStep.End);
        return steps;
    }

    /// <summary>The phrase of these steps, up to the first <see cref="NoteStep.End"/>.</summary>
    public static Phrase Decode(Meter meter, IEnumerable<NoteStep> steps)
    {
        var notes = new List<Note>();
        int onset = 0;
        foreach (var step in steps)
        {
            if (step.Ioi == Vocabulary.End)
                break;
            onset += step.IsNote ? step.Ioi : Vocabulary.ExactTicks;
            if (step.IsNote)
                notes.Add(new(onset, Vocabulary.DurationTicks(step.Duration), new((byte)step.Pitch), Vocabulary.Velocity(step.Velocity)));
        }
        return new(meter, notes);
    }

    /// <summary>Whether a first note there is a pickup: it begins in the second half of its bar.</summary>
    /// <param name="barPosition">Ticks from the bar line.</param>
    /// <param name="meter">The meter.</param>
    public static bool IsPickup(int barPosition, Meter meter) => 2 * barPosition >= meter.BarTicks;

    private long BarAt(long tick) => _at.Bar + FloorDivide(tick - _at.BarLine, _at.Meter.BarTicks);

    private int Rest(long onset) => (int)Math.Clamp(onset - _at.NoteEnd, -Vocabulary.LongestTicks, int.MaxValue / 2);

    private static int BarClass(long bar) => (int)(((bar % Vocabulary.BarCycle) + Vocabulary.BarCycle) % Vocabulary.BarCycle);

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    /// <summary>A point in the music.</summary>
    public readonly record struct Mark
    {
        internal Mark(Position at, int remembered, KeyTracker.Point key) => (At, Remembered, Key) = (at, remembered, key);

        internal Position At { get; }

        internal int Remembered { get; }

        internal KeyTracker.Point Key { get; }
    }

    internal readonly record struct Position(Meter Meter, long BarLine, long Bar, long Onset, long End, long NoteEnd, int Pitch, int Ioi, int Duration);
}
