using System.Runtime.InteropServices;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What was played, what was answered and what is to come, on the transport's clock, made from the marks of the audio thread and the
/// worker. The clock only moves forward: where the host loops, the same bar numbers come again further to the right. The oldest notes are
/// forgotten.
/// </summary>
public sealed class RollModel
{
    private const int MostNotes = 4096, MostSegments = 256, MostRepeats = 256;

    // A planned note that has not begun so long after its onset, in ticks, was dropped because it came too late.
    private const double LateTicks = Ticks.PerQuarter;

    // The player's first note begins the bars of a free clock at the tick nearest to it: that may be before the last position.
    private const double BarTolerance = 2;

    // The most that the onset that the model reads is away from the one that was played: half of the coarsest grid, a quarter.
    private const double HeardTolerance = Ticks.PerQuarter / 2;

    // While none are known.
    private static readonly RollBars[] Expected = [new(new(Meter.Common, 0), 1, 0)];

    private readonly List<RollNote> _notes = new(MostNotes + 1);
    private readonly List<RollBars> _bars = new(MostSegments + 1);
    private readonly List<RollChord> _chords = new(MostSegments + 1);

    // Answers that are takes played again.
    private readonly List<(int Answer, int Take)> _repeats = new(MostRepeats + 1);
    private double _restarted = double.NegativeInfinity;
    private int _planned;

    /// <summary>Changes whenever a note, a bar or a chord does.</summary>
    public int Version { get; private set; }

    /// <summary>Changes whenever the host starts, stops or jumps.</summary>
    public int Restarts { get; private set; }

    /// <summary>The notes, in the order in which they became known.</summary>
    public ReadOnlySpan<RollNote> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>The bars, the oldest first.</summary>
    public ReadOnlySpan<RollBars> Bars => CollectionsMarshal.AsSpan(_bars);

    /// <summary>The chords, the oldest first.</summary>
    public ReadOnlySpan<RollChord> Chords => CollectionsMarshal.AsSpan(_chords);

    /// <summary>The latest state of the audio thread.</summary>
    public EngineSnapshot Engine { get; private set; }

    /// <summary>
    /// The bars between two positions, in ticks: those after the last known ones are expected to go on like them. Bars of 4/4 from 0 while
    /// none are known.
    /// </summary>
    public RollBarWalk BarsBetween(double from, double to) => new(_bars.Count == 0 ? Expected : Bars, from, to);

    /// <summary>The bars around a position, or the first ones; bars of 4/4 from 0 while none are known.</summary>
    public RollBars BarsAt(double position)
    {
        for (int i = _bars.Count - 1; i >= 0; i--)
        {
            if (i == 0 || _bars[i].From <= position)
                return _bars[i];
        }
        return Expected[0];
    }

    /// <summary>
    /// The id of the take that an answer plays, as <see cref="EngineSnapshot.CurrentTake"/>. A new answer is stored under its own id; a
    /// take that is played again sounds under a new one.
    /// </summary>
    public int TakeOf(int answerId)
    {
        for (int i = _repeats.Count - 1; i >= 0; i--)
        {
            if (_repeats[i].Answer == answerId)
                return _repeats[i].Take;
        }
        return answerId;
    }

    /// <summary>Takes the latest state of the audio thread.</summary>
    public void Update(in EngineSnapshot engine)
    {
        double before = Engine.Position;
        Engine = engine;
        Match(engine);
        DropLate(engine.Position);
        if (!engine.Bars.Meter.IsValid || (_bars.Count > 0 && IsFollowedBy(_bars[^1], engine)))
            return;
        double from = _bars.Count == 0 ? engine.Bars.BarLine : StartOf(engine, before);
        // Bars that were expected do not come.
        while (_bars.Count > 0 && _bars[^1].From >= from)
            _bars.RemoveAt(_bars.Count - 1);
        Add(_bars, new(engine.Bars, engine.BarNumber, from), MostSegments);
        Version++;
    }

    /// <summary>Takes a mark of the audio thread or the worker.</summary>
    public void Add(in NoteMark mark)
    {
        switch (mark.Kind)
        {
            case NoteMarkKind.PlayedOn:
                // A second note-on of a key that is held: the host left out the note-off.
                End(mark, RollNoteState.Held, RollNoteState.Played);
                Add(mark, RollNoteState.Held, mark.Position);
                break;
            case NoteMarkKind.PlayedOff:
                End(mark, RollNoteState.Held, RollNoteState.Played);
                break;
            case NoteMarkKind.Planned:
                Add(mark, RollNoteState.Planned, mark.End);
                _planned++;
                break;
            case NoteMarkKind.AnswerOn when FindPlanned(mark) is var at and >= 0:
                _notes[at] = _notes[at] with { State = RollNoteState.Sounding, Start = mark.Position, Velocity = mark.Velocity };
                _planned--;
                break;
            case NoteMarkKind.AnswerOn:
                Add(mark, RollNoteState.Sounding, mark.Position);
                break;
            case NoteMarkKind.AnswerOff:
                End(mark, RollNoteState.Sounding, RollNoteState.Answered);
                break;
            case NoteMarkKind.Cancelled:
                Cancel(mark.AnswerId, mark.Position);
                break;
            case NoteMarkKind.Restarted:
                _restarted = mark.Position;
                Restarts++;
                RemovePlanned(double.PositiveInfinity);
                break;
            case NoteMarkKind.Heard when FindHeard(mark) is var at and >= 0:
                _notes[at] = _notes[at] with { Bits = mark.Bits };
                break;
            case NoteMarkKind.Chord:
                AddChord(mark);
                break;
            default:
                return;
        }
        Version++;
    }

    /// <summary>Marks were lost: what seems to sound may have ended, and what was planned may have been cancelled.</summary>
    public void EndAll()
    {
        RemovePlanned(double.PositiveInfinity);
        for (int i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].State == RollNoteState.Held)
                _notes[i] = _notes[i] with { State = RollNoteState.Played, End = Math.Max(_notes[i].Start + 1, Engine.Position) };
            else if (_notes[i].State == RollNoteState.Sounding)
                _notes[i] = _notes[i] with { State = RollNoteState.Answered };
        }
        Version++;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _notes.Clear();
        _bars.Clear();
        _chords.Clear();
        _repeats.Clear();
        _planned = 0;
        Version++;
    }

    private static bool IsFollowedBy(in RollBars last, in EngineSnapshot engine)
    {
        long bars = last.Bars.BarOf(engine.Bars.BarLine);
        return engine.Bars.Meter == last.Bars.Meter && last.Bars.BarPositionOf(engine.Bars.BarLine) == 0
            && engine.BarNumber == last.Number + bars && engine.Position >= last.From;
    }

    private static void Add<T>(List<T> list, T item, int most)
    {
        if (list.Count == most)
            list.RemoveRange(0, most / 8);
        list.Add(item);
    }

    // New bars begin at their bar line, or since the last state if the host jumped into the middle of a bar.
    private double StartOf(in EngineSnapshot engine, double before)
    {
        if (engine.Bars.BarLine >= before - BarTolerance)
            return engine.Bars.BarLine;
        return _restarted > before - BarTolerance && _restarted <= engine.Position ? _restarted : engine.Position;
    }

    // The answer and the take that sounds under its id are of one state.
    private void Match(in EngineSnapshot engine)
    {
        if (engine.Answer.Id == 0 || engine.CurrentTake == 0 || TakeOf(engine.Answer.Id) == engine.CurrentTake)
            return;
        Add(_repeats, (engine.Answer.Id, engine.CurrentTake), MostRepeats);
        Version++;
    }

    private void DropLate(double position)
    {
        if (_planned > 0)
            RemovePlanned(position - LateTicks);
    }

    private void Add(in NoteMark mark, RollNoteState state, double end)
    {
        float bits = state == RollNoteState.Planned ? mark.Bits : float.NaN;
        Add(_notes, new(state, mark.Position, end, mark.Pitch, mark.Velocity, mark.AnswerId, mark.Index, bits), MostNotes);
    }

    private void AddChord(in NoteMark mark)
    {
        string name = ChordNames.Of(mark);
        // Hosts repeat a chord at every block or loop.
        if (name != (_chords.Count == 0 ? "" : _chords[^1].Name))
            Add(_chords, new(mark.Position, name), MostSegments);
    }

    private void End(in NoteMark mark, RollNoteState from, RollNoteState to)
    {
        // A record's == or a closure would allocate.
        for (int i = _notes.Count - 1; i >= 0; i--)
        {
            if (_notes[i].State != from || _notes[i].Pitch.Number != mark.Pitch.Number || _notes[i].AnswerId != mark.AnswerId)
                continue;
            _notes[i] = _notes[i] with { State = to, End = Math.Max(_notes[i].Start, mark.Position) };
            return;
        }
    }

    private int FindPlanned(in NoteMark mark)
    {
        for (int i = _notes.Count - 1; i >= 0; i--)
        {
            if (_notes[i].State == RollNoteState.Planned && _notes[i].AnswerId == mark.AnswerId && _notes[i].Index == mark.Index)
                return i;
        }
        return -1;
    }

    // The model reads a note on the grid: that of the pitch whose start is nearest.
    private int FindHeard(in NoteMark mark)
    {
        int found = -1;
        double distance = HeardTolerance;
        for (int i = _notes.Count - 1; i >= 0; i--)
        {
            if (_notes[i].IsAnswer || _notes[i].Pitch.Number != mark.Pitch.Number)
                continue;
            if (Math.Abs(_notes[i].Start - mark.Position) <= distance)
                (found, distance) = (i, Math.Abs(_notes[i].Start - mark.Position));
        }
        return found;
    }

    private void Cancel(int answerId, double from)
    {
        int kept = 0;
        for (int i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].State != RollNoteState.Planned || _notes[i].AnswerId != answerId || _notes[i].Start < from)
                _notes[kept++] = _notes[i];
        }
        _planned -= _notes.Count - kept;
        _notes.RemoveRange(kept, _notes.Count - kept);
    }

    private void RemovePlanned(double before)
    {
        int kept = 0;
        for (int i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].State != RollNoteState.Planned || _notes[i].Start >= before)
                _notes[kept++] = _notes[i];
        }
        if (kept == _notes.Count)
            return;
        _planned -= _notes.Count - kept;
        _notes.RemoveRange(kept, _notes.Count - kept);
        Version++;
    }
}
