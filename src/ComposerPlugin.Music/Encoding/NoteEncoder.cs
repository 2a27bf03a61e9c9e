namespace ComposerPlugin.Music;

/// <summary>
/// Encodes notes as <see cref="NoteStep"/>s and decodes them, and maintains the model input for the next step. The trainer and the plugin
/// run the same code. Ticks may count from any origin; <see cref="Start"/> gives the first bar line.
/// </summary>
public sealed class NoteEncoder
{
    private readonly KeyTracker _key = new();
    private readonly FormMemory _form;
    private Position _at;
    private FormHint _formHint;
    private bool _knowsFormHint;

    /// <summary>Creates an encoder that stores its notes in, and takes its hints from, a memory.</summary>
    public NoteEncoder(MotifMemory memory)
    {
        Memory = memory;
        _form = new(memory.Capacity);
        Start(Meter.Common, 0);
    }

    /// <summary>The notes so far.</summary>
    public MotifMemory Memory { get; }

    /// <summary>The same notes by bars. Its ticks do not have the silence that was skipped (<see cref="FormTick"/>).</summary>
    public FormMemory FormMemory => _form;

    /// <summary>The model input for the next step.</summary>
    public StepInput Input => new(_at.Pitch, _at.Ioi, _at.Duration,
        BarPositionAt(_at.End), Vocabulary.MeterClass(_at.Bars.Meter), BarClass(BarAt(_at.End)), _key.Key, Memory.Hint) { Form = Form };

    /// <summary>What the form memory knows before the next step.</summary>
    public FormHint Form
    {
        get
        {
            if (!_knowsFormHint)
                _formHint = _form.Hint(_at.Onset - _at.Skipped, _at.End - _at.Skipped);
            _knowsFormHint = true;
            return _formHint;
        }
    }

    /// <summary>The key class of the notes so far (<see cref="KeyTracker"/>).</summary>
    public int Key => _key.Key;

    /// <summary>The next note before any of its attributes is sampled: only its last three fields are set.</summary>
    public MotifNote Expected => new(Vocabulary.NoIoi, 0, 0, Vocabulary.NoPitch, Vocabulary.NoDuration,
        BarPositionAt(_at.NoteEnd), (int)Math.Clamp(BarAt(_at.NoteEnd), -1, int.MaxValue), Vocabulary.MeterClass(_at.Bars.Meter));

    /// <summary>
    /// The rest, in ticks, before a next note with an IOI of 0: the last onset minus the end of the last note. Positive only after wait
    /// steps.
    /// </summary>
    public long RestAtZeroIoi => _at.Onset - _at.NoteEnd;

    /// <summary>The tick of the last onset or wait step; before the first step, the bar line given to <see cref="Start"/>.</summary>
    public long Onset => _at.Onset;

    /// <summary>The tick at which the last note ends, or to which the last wait step leads.</summary>
    public long End => _at.End;

    /// <summary>The meter.</summary>
    public Meter Meter => _at.Bars.Meter;

    /// <summary>Clears all notes and starts a piece.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="barLine">The tick of the bar line from which the first IOI counts.</param>
    /// <param name="pickup">Whether the bar at <paramref name="barLine"/> is a pickup bar, which has the number -1.</param>
    public void Start(Meter meter, long barLine, bool pickup = false)
    {
        Memory.Clear();
        _key.Clear();
        var bars = new BarGrid(meter, barLine);
        _at = new(bars, pickup ? -1 : 0, barLine, barLine, barLine, Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration);
        _form.Start(bars);
        _knowsFormHint = false;
    }

    /// <summary>Makes the next note the opening of a phrase for the form memory.</summary>
    public void BeginPhrase()
    {
        _form.BeginPhrase();
        _knowsFormHint = false;
    }

    /// <summary>Changes the meter at the bar line at tick <paramref name="barLine"/>.</summary>
    public void ChangeMeter(Meter meter, long barLine)
    {
        _at = _at with { Bars = new(meter, barLine), Bar = BarAt(barLine) };
        _form.ChangeMeter(new(meter, barLine - _at.Skipped));
        _knowsFormHint = false;
    }

    /// <summary>Moves all past notes later by whole bars, so that the model input omits that many silent bars of a long rest.</summary>
    public void SkipSilence(int bars)
    {
        long ticks = (long)bars * _at.Bars.Meter.BarTicks;
        _at = _at with
        {
            Bars = _at.Bars with { BarLine = _at.Bars.BarLine + ticks },
            Onset = _at.Onset + ticks,
            End = _at.End + ticks,
            NoteEnd = _at.NoteEnd + ticks,
            Skipped = _at.Skipped + ticks,
        };
    }

    /// <summary>Adds a step to the music and updates <see cref="Input"/>. An end step has no effect.</summary>
    public void Push(NoteStep step)
    {
        _knowsFormHint = false;
        if (step.Ioi == Vocabulary.Wait)
        {
            long onset = _at.Onset + Vocabulary.ExactTicks;
            _at = _at with { Onset = onset, End = Math.Max(_at.End, onset), Pitch = step.Pitch, Ioi = step.Ioi, Duration = step.Duration };
        }
        else if (step.IsNote)
        {
            long onset = _at.Onset + step.Ioi;
            long end = onset + Vocabulary.DurationTicks(step.Duration);
            var note = Expected with
            {
                Ioi = step.Ioi, Rest = Rest(onset), BarPosition = BarPositionAt(onset), Pitch = step.Pitch, Duration = step.Duration,
            };
            _at = _at with { Onset = onset, End = end, NoteEnd = end, Pitch = step.Pitch, Ioi = step.Ioi, Duration = step.Duration };
            Memory.Remember(note);
            _form.Remember(onset - _at.Skipped, step.Pitch, step.Duration, _key.Key);
            _key.Hear(step.Pitch, Vocabulary.DurationTicks(step.Duration));
        }
    }

    /// <summary>
    /// The position in the bar of a tick, in ticks: 0 to <see cref="Vocabulary.BarPositions"/> - 1. Later positions are clamped.
    /// </summary>
    public int BarPositionAt(long tick) => Math.Min(_at.Bars.BarPositionOf(tick), Vocabulary.BarPositions - 1);

    /// <summary>Marks the current point for <see cref="Return"/>.</summary>
    public Mark Here()
    {
        Memory.MakeRoom();
        _form.MakeRoom();
        return new(_at, Memory.Count, _key.Here(), _form.Here());
    }

    /// <summary>Removes all steps after a mark. A mark is valid until the next <see cref="Here"/> or <see cref="Start"/>.</summary>
    public void Return(Mark mark)
    {
        _at = mark.At;
        Memory.Rewind(mark.Remembered);
        _key.Return(mark.Key);
        _form.Return(mark.Form);
        _knowsFormHint = false;
    }

    /// <summary>A tick as the <see cref="FormMemory"/> counts.</summary>
    public long FormTick(long tick) => tick - _at.Skipped;

    /// <summary>Finds the note that stood in a reference of the form memory where the next note begins.</summary>
    /// <param name="reference">The reference (<see cref="FormMemory"/>).</param>
    /// <param name="ioi">The IOI class of the next note.</param>
    /// <param name="note">The note.</param>
    public bool TryForm(int reference, int ioi, out FormNote note) => _form.TryAt(reference, _at.Onset - _at.Skipped + ioi, out note);

    /// <summary>Encodes a phrase; the last step is <see cref="NoteStep.End"/>.</summary>
    public static IReadOnlyList<NoteStep> Encode(Phrase phrase)
    {
        var steps = new List<NoteStep>(phrase.Count + 1);
        int onset = 0;
        foreach (var note in phrase)
        {
            for (; note.Onset - onset > Vocabulary.ExactTicks; onset += Vocabulary.ExactTicks)
                steps.Add(NoteStep.Wait);
            int duration = Vocabulary.DurationClass(note.Duration), velocity = Vocabulary.VelocityClass(note.Velocity);
            steps.Add(new(note.Onset - onset, note.Pitch.Number, duration, velocity));
            onset = note.Onset;
        }
        steps.Add(NoteStep.End);
        return steps;
    }

    /// <summary>Decodes steps up to the first <see cref="NoteStep.End"/>.</summary>
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

    /// <summary>Whether a first note is a pickup: it starts in the second half of its bar.</summary>
    /// <param name="barPosition">The onset in ticks from the bar line.</param>
    /// <param name="meter">The meter.</param>
    public static bool IsPickup(int barPosition, Meter meter) => 2 * barPosition >= meter.BarTicks;

    private long BarAt(long tick) => _at.Bar + _at.Bars.BarOf(tick);

    private int Rest(long onset) => (int)Math.Clamp(onset - _at.NoteEnd, -Vocabulary.LongestTicks, int.MaxValue / 2);

    private static int BarClass(long bar) => (int)(((bar % Vocabulary.BarCycle) + Vocabulary.BarCycle) % Vocabulary.BarCycle);

    /// <summary>A point in the music to which <see cref="Return"/> can go back.</summary>
    public readonly record struct Mark
    {
        internal Mark(Position at, int remembered, KeyTracker.Point key, FormMemory.Point form) =>
            (At, Remembered, Key, Form) = (at, remembered, key, form);

        internal Position At { get; }

        internal int Remembered { get; }

        internal KeyTracker.Point Key { get; }

        internal FormMemory.Point Form { get; }
    }

    internal readonly record struct Position(
        BarGrid Bars, long Bar, long Onset, long End, long NoteEnd, int Pitch, int Ioi, int Duration, long Skipped = 0);
}
