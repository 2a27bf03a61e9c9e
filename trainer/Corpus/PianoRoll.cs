using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Music as a grid of steps and pitches. It holds no velocities and no times between steps.</summary>
internal sealed class PianoRoll
{
    /// <summary>The velocity of decoded notes.</summary>
    public const byte Velocity = 80;

    private readonly Cell[] _cells;

    /// <summary>Creates an empty roll.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="stepTicks">Ticks in a step; must divide a bar.</param>
    /// <param name="bars">The number of bars.</param>
    /// <exception cref="ArgumentException">A bar is not a whole number of steps.</exception>
    public PianoRoll(Meter meter, int stepTicks, int bars)
    {
        if (stepTicks < 1 || meter.BarTicks % stepTicks != 0)
            throw new ArgumentException($"a bar of {meter} has {meter.BarTicks} ticks, not a multiple of {stepTicks}", nameof(stepTicks));
        (Meter, StepTicks, Bars) = (meter, stepTicks, bars);
        _cells = new Cell[Steps * Pitch.Count];
    }

    /// <summary>The state of a pitch in a step.</summary>
    public enum Cell : byte
    {
        /// <summary>No note.</summary>
        Silent,

        /// <summary>A note begins.</summary>
        Onset,

        /// <summary>A note continues.</summary>
        Sustain,
    }

    public Meter Meter { get; }

    /// <summary>Ticks in a step.</summary>
    public int StepTicks { get; }

    public int Bars { get; }

    public int StepsPerBar => Meter.BarTicks / StepTicks;

    /// <summary>The number of steps of the roll.</summary>
    public int Steps => Bars * StepsPerBar;

    /// <summary>The state of a pitch in a step, counted from the first bar line.</summary>
    public Cell this[int step, int pitch]
    {
        get => _cells[(step * Pitch.Count) + pitch];
        set => _cells[(step * Pitch.Count) + pitch] = value;
    }

    /// <summary>
    /// The roll of a phrase, up to the end of its last bar. Onsets and ends are rounded to steps; a note lasts at least one.
    /// </summary>
    /// <exception cref="ArgumentException">A bar is not a whole number of steps.</exception>
    public static PianoRoll Encode(Phrase phrase, int stepTicks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepTicks, 1);
        int Step(int tick) => (tick + (stepTicks / 2)) / stepTicks;
        int end = phrase.Count == 0 ? 0 : stepTicks * phrase.Max(note => Math.Max(Step(note.End), Step(note.Onset) + 1));
        var roll = new PianoRoll(phrase.Meter, stepTicks, (end + phrase.Meter.BarTicks - 1) / phrase.Meter.BarTicks);
        foreach (var note in phrase)
        {
            int first = Step(note.Onset);
            for (int step = first; step < Math.Max(Step(note.End), first + 1); step++)
                roll[step, note.Pitch.Number] = step == first ? Cell.Onset : Cell.Sustain;
        }
        return roll;
    }

    /// <summary>
    /// Decodes the roll. A sustained pitch without an onset begins a note, so that a roll without onsets can be decoded too.
    /// </summary>
    public Phrase Decode()
    {
        var notes = new List<Note>();
        for (int pitch = 0; pitch < Pitch.Count; pitch++)
        {
            for (int step = 0; step < Steps; step++)
            {
                if (this[step, pitch] == Cell.Silent)
                    continue;
                int first = step;
                while (step + 1 < Steps && this[step + 1, pitch] == Cell.Sustain)
                    step++;
                notes.Add(new(first * StepTicks, (step + 1 - first) * StepTicks, new((byte)pitch), Velocity));
            }
        }
        return new(Meter, notes);
    }
}
