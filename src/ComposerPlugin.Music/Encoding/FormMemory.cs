namespace ComposerPlugin.Music;

/// <summary>
/// What stood at this place some bars ago, and in the opening of the phrase. Where the <see cref="MotifMemory"/> finds what followed the
/// last notes before, this finds what is due if an earlier bar returns now, whatever came last. There are six references: the bars 1, 2, 4,
/// 8 and 16 before, and the opening. The opening is expected at the next bar line until it returns, and then followed for as long as at
/// least half of the present bar's notes follow it, so that its return is found in phrases of any length.
/// References reach back to the last change of meter. Ticks are those of the encoder without skipped silence. Allocates only in the
/// constructor. A full memory drops its older half.
/// </summary>
public sealed class FormMemory
{
    /// <summary>The number of references.</summary>
    public const int References = 6;

    /// <summary>The reference to the opening; those before it are the lags, from near to far.</summary>
    public const int Opening = 5;

    /// <summary>The number of last notes that are compared with a reference.</summary>
    public const int Window = 12;

    private readonly FormNote[] _notes;
    private Point _at;

    /// <summary>Creates a memory for <paramref name="capacity"/> notes, at least 2.</summary>
    public FormMemory(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _notes = new FormNote[capacity];
    }

    /// <summary>The distances of the references before <see cref="Opening"/>, in bars.</summary>
    public static ReadOnlySpan<byte> Lags => [1, 2, 4, 8, 16];

    /// <summary>The number of notes.</summary>
    public int Count => _at.Count;

    /// <summary>The meter since its last change.</summary>
    public Meter Meter => _at.Bars.Meter;

    /// <summary>The ticks of a bar.</summary>
    public int BarTicks => Meter.BarTicks;

    private ReadOnlySpan<FormNote> Notes => _notes.AsSpan(0, _at.Count);

    /// <summary>Removes all notes; the next one opens a phrase.</summary>
    /// <param name="bars">The bars; nothing is before their first bar line.</param>
    public void Start(BarGrid bars) => _at = new() { Bars = bars };

    /// <summary>Changes the meter, or moves the bar lines, at a bar line. The next note opens a phrase.</summary>
    public void ChangeMeter(BarGrid bars) => (_at.Bars, _at.HasOpening) = (bars, false);

    /// <summary>Makes the next note the opening of a phrase.</summary>
    public void BeginPhrase() => _at.HasOpening = false;

    /// <summary>Adds a note; its onset is not before that of the last note.</summary>
    /// <param name="onset">The onset.</param>
    /// <param name="pitch">The MIDI note number.</param>
    /// <param name="duration">The duration class.</param>
    /// <param name="key">The key class of the notes before it, 0 if unknown.</param>
    public void Remember(long onset, int pitch, int duration, int key)
    {
        if (_at.Count == _notes.Length)
            ForgetOlderHalf();
        ref var note = ref _notes[_at.Count];
        note = new() { Onset = onset, Pitch = (short)pitch, Duration = (short)duration };
        for (int reference = 0; reference < References; reference++)
            Compare(reference, ref note, key);
        _at.Count++;
        FindOpening(onset);
    }

    /// <summary>The hint before the next note.</summary>
    /// <param name="now">The tick of the last onset or wait step.</param>
    /// <param name="end">The tick at which the last note ends.</param>
    public FormHint Hint(long now, long end)
    {
        var hint = FormHint.None;
        hint.SetPlace(PlaceOf(end));
        for (int reference = 0; reference < References; reference++)
        {
            if (TryDue(reference, now, out var due))
                hint.Set(reference, Describe(reference, due, due.Onset + Distance(reference) - now));
        }
        return hint;
    }

    /// <summary>Finds the note that is due next if a reference returns. Its onset is the earlier one.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="now">The tick of the last onset or wait step.</param>
    /// <param name="due">The note.</param>
    public bool TryDue(int reference, long now, out FormNote due) => Find(DueAt(reference, now), out due);

    /// <summary>Finds the note that stood where the next note begins.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="onset">The onset of the next note. In a chord, each note has its own counterpart, from low to high.</param>
    /// <param name="note">The note.</param>
    public bool TryAt(int reference, long onset, out FormNote note) => Find(CounterpartAt(reference, onset), out note);

    /// <summary>The number of the bar around a tick; bars are counted from the last change of meter.</summary>
    public int BarOf(long tick) => (int)Math.Clamp(_at.Bars.BarOf(tick), -1, int.MaxValue / 2);

    /// <summary>The tick of a bar's first line.</summary>
    public long LineOf(int bar) => _at.Bars.BarLine + ((long)bar * BarTicks);

    /// <summary>The bar in which the phrase opens; -1 before its first note.</summary>
    public int OpeningBar => _at.HasOpening ? BarOf(_at.OpeningLine) : -1;

    /// <summary>Whether the phrase has a pickup, before <see cref="OpeningBar"/>.</summary>
    public bool HasPickup => _at.HasOpening && _at.OpeningOnset < _at.OpeningLine;

    /// <summary>The first onset of the phrase, of the pickup if there is one.</summary>
    public long OpeningOnset => _at.OpeningOnset;

    /// <summary>The place of a bar in the phrase (<see cref="FormHint.Place"/>).</summary>
    public int PlaceOfBar(int bar) => PlaceOf(LineOf(bar));

    /// <summary>Whether notes begin in a bar.</summary>
    public bool HasNotesIn(int bar) => !NotesOf(bar).IsEmpty;

    /// <summary>The notes that begin in a bar; none before the last change of meter.</summary>
    public ReadOnlySpan<FormNote> NotesOf(int bar) =>
        bar < 0 ? [] : Notes[FirstFrom(LineOf(bar))..FirstFrom(LineOf(bar + 1))];

    /// <summary>The mean pitch of the notes that begin in some bars, as a MIDI note number; NaN without notes.</summary>
    /// <param name="first">The first bar.</param>
    /// <param name="end">The bar after the last.</param>
    public double MeanPitch(int first, int end)
    {
        int notes = 0, sum = 0;
        for (int bar = first; bar < end; bar++)
        {
            foreach (ref readonly var note in NotesOf(bar))
                (notes, sum) = (notes + 1, sum + note.Pitch);
        }
        return notes == 0 ? double.NaN : (double)sum / notes;
    }

    /// <summary>Finds the note that comes next if a bar plays an earlier one again. Its onset is the earlier one.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="back">How many bars before it is the one that it plays again.</param>
    /// <param name="now">The onset of the last note.</param>
    /// <param name="joins">Whether the note may join the last one, as the rest of a chord.</param>
    /// <param name="due">The note.</param>
    public bool TryDueIn(int bar, int back, long now, bool joins, out FormNote due)
    {
        int begun = joins ? NotesAtEnd(now) : int.MaxValue;
        foreach (ref readonly var note in NotesOf(bar - back))
        {
            long onset = note.Onset + ((long)back * BarTicks);
            if (onset < now || (onset == now && begun-- > 0))
                continue;
            due = note;
            return true;
        }
        due = default;
        return false;
    }

    /// <summary>Finds the note that stood some bars before where the next note begins.</summary>
    /// <param name="back">How many bars before.</param>
    /// <param name="onset">The onset of the next note. In a chord, each note has its own counterpart, from low to high.</param>
    /// <param name="note">The note.</param>
    public bool TryStoodBefore(int back, long onset, out FormNote note)
    {
        int at = IndexAt(onset - ((long)back * BarTicks), NotesAtEnd(onset));
        return Find(at, out note);
    }

    /// <summary>Drops the older half if less than a quarter of the capacity is free (<see cref="MotifMemory.MakeRoom"/>).</summary>
    public void MakeRoom()
    {
        if (_notes.Length - _at.Count < _notes.Length / 4)
            ForgetOlderHalf();
    }

    /// <summary>The current point, for <see cref="Return"/>.</summary>
    internal Point Here() => _at;

    /// <summary>Goes back to a point since which nothing was dropped.</summary>
    internal void Return(Point point) => _at = point;

    // Ticks from a reference to now; 0 if there is no such reference.
    private long Distance(int reference) => reference < Opening
        ? (long)Lags[reference] * BarTicks
        : _at.HasOpening ? _at.Return - _at.OpeningLine : 0;

    // The first tick to which a reference can reach.
    private long Begin(int reference) => reference < Opening ? _at.Bars.BarLine : _at.OpeningOnset;

    private int DueAt(int reference, long now)
    {
        long distance = Distance(reference), begin = Begin(reference), place = now - distance;
        // A lag that begins in the next bar is due at its bar line already.
        if (distance == 0 || (reference < Opening && place < begin - BarTicks))
            return -1;
        // The rest of a chord that has begun.
        int begun = NotesAtEnd(now), next = FirstFrom(place) + begun;
        if (begun > 0 && place >= begin && next < _at.Count && _notes[next].Onset == place)
            return next;
        next = FirstFrom(Math.Max(place + 1, begin));
        return next < _at.Count ? next : -1;
    }

    private int CounterpartAt(int reference, long onset)
    {
        long distance = Distance(reference), place = onset - distance;
        return distance == 0 || place < Begin(reference) ? -1 : IndexAt(place, NotesAtEnd(onset));
    }

    // The index of a note at a tick, after some others of its chord; -1 if there is none.
    private int IndexAt(long tick, int others)
    {
        int at = FirstFrom(tick) + others;
        return at < _at.Count && _notes[at].Onset == tick ? at : -1;
    }

    private bool Find(int index, out FormNote note)
    {
        note = index < 0 ? default : _notes[index];
        return index >= 0;
    }

    private void Compare(int reference, ref FormNote note, int key)
    {
        byte bit = (byte)(1 << reference);
        if (_at.Count > 0 && TryDue(reference, _notes[_at.Count - 1].Onset, out var due)
            && due.Onset + Distance(reference) == note.Onset)
        {
            note.SameRhythm |= bit;
        }
        int counterpart = CounterpartAt(reference, note.Onset);
        if (counterpart < 0)
            return;
        note.SamePitch |= StandsAt(_notes[counterpart].Onset, note.Pitch) ? bit : (byte)0;
        if (key == 0)
            return;
        int steps = DiatonicSteps.Between(_notes[counterpart].Pitch, note.Pitch, key);
        if (Math.Abs(steps) <= FormReference.MostSteps)
            note.Steps[reference] = (byte)(steps + FormReference.UnisonSteps);
    }

    private bool StandsAt(long onset, int pitch)
    {
        for (int i = FirstFrom(onset); i < _at.Count && _notes[i].Onset == onset; i++)
        {
            if (_notes[i].Pitch == pitch)
                return true;
        }
        return false;
    }

    private void FindOpening(long onset)
    {
        long line = _at.Bars.BarLineBefore(onset);
        if (!_at.HasOpening)
        {
            bool pickup = NoteEncoder.IsPickup((int)(onset - line), _at.Bars.Meter);
            _at.OpeningLine = pickup ? line + BarTicks : line;
            (_at.HasOpening, _at.OpeningOnset, _at.Return) = (true, onset, _at.OpeningLine + BarTicks);
        }
        else if (line >= _at.Return && !Follows(line))
        {
            _at.Return = line + BarTicks;
        }
    }

    // Whether at least half of the notes since the bar line follow the opening.
    private bool Follows(long line)
    {
        int notes = 0, same = 0;
        for (int i = _at.Count - 1; i >= 0 && _notes[i].Onset >= line; i--)
        {
            notes++;
            same += (_notes[i].SamePitch >> Opening) & 1;
        }
        return 2 * same >= notes;
    }

    private int PlaceOf(long tick) => _at.HasOpening ? FormHint.PlaceOf(new BarGrid(_at.Bars.Meter, _at.OpeningLine).BarOf(tick)) : 0;

    private FormReference Describe(int reference, in FormNote due, long ioi)
    {
        var last = Notes[Math.Max(0, _at.Count - Window)..];
        int run = 0, followed = 0, rhythm = 0, stepsRun = 0, steps = last[^1].Steps[reference];
        bool inRun = true, inSteps = steps > 0;
        for (int i = last.Length - 1; i >= 0; i--)
        {
            int same = (last[i].SamePitch >> reference) & 1;
            inRun &= same == 1;
            inSteps &= last[i].Steps[reference] == steps;
            run += inRun ? 1 : 0;
            stepsRun += inSteps ? 1 : 0;
            followed += same;
            rhythm += (last[i].SameRhythm >> reference) & 1;
        }
        int ioiClass = ioi > Vocabulary.ExactTicks ? Vocabulary.Wait : (int)ioi;
        return new(ioiClass, due.Pitch, due.Duration, run, followed, rhythm, steps, stepsRun);
    }

    // The number of notes at the end of the memory that begin at a tick.
    private int NotesAtEnd(long onset)
    {
        int notes = 0;
        while (notes < _at.Count && _notes[_at.Count - 1 - notes].Onset == onset)
            notes++;
        return notes;
    }

    // The index of the first note at or after a tick; the number of notes if there is none.
    private int FirstFrom(long tick)
    {
        int low = 0, high = _at.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _notes[middle].Onset < tick ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private void ForgetOlderHalf()
    {
        int kept = _notes.Length / 2;
        Array.Copy(_notes, _at.Count - kept, _notes, 0, kept);
        _at.Count = kept;
    }

    internal record struct Point
    {
        public int Count;
        public BarGrid Bars;

        // The opening: its bar line, its first onset, which may be a pickup, and the bar line at which it returns or is expected to.
        public bool HasOpening;
        public long OpeningLine;
        public long OpeningOnset;
        public long Return;
    }
}
