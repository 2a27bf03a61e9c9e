using System.Runtime.InteropServices;
using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What was played, what was answered and what is to come, on the transport's clock, made from the marks of the audio thread. The
/// oldest notes are forgotten.
/// </summary>
public sealed class RollModel
{
    private const int MostNotes = 4096, MostSegments = 256;

    // How many recent notes a mark may belong to.
    private const int Recent = 1024;

    private readonly List<RollNote> _notes = new(MostNotes + 1);
    private readonly List<RollBars> _bars = new(MostSegments + 1);
    private readonly List<RollChord> _chords = new(MostSegments + 1);

    /// <summary>Changes whenever a note, a bar or a chord does.</summary>
    public int Version { get; private set; }

    /// <summary>The notes, in the order in which they became known.</summary>
    public ReadOnlySpan<RollNote> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>The bars, the oldest first.</summary>
    public ReadOnlySpan<RollBars> Bars => CollectionsMarshal.AsSpan(_bars);

    /// <summary>The chords, the oldest first.</summary>
    public ReadOnlySpan<RollChord> Chords => CollectionsMarshal.AsSpan(_chords);

    /// <summary>The latest state of the audio thread.</summary>
    public EngineSnapshot Engine { get; private set; }

    /// <summary>Takes the latest state of the audio thread.</summary>
    public void Update(in EngineSnapshot engine)
    {
        Engine = engine;
        if (!engine.Bars.Meter.IsValid || (_bars.Count > 0 && IsFollowedBy(_bars[^1], engine)))
            return;
        // A free-running clock may begin its bars anew: those that were expected do not come.
        while (_bars.Count > 0 && _bars[^1].Bars.BarLine >= engine.Bars.BarLine)
            _bars.RemoveAt(_bars.Count - 1);
        Add(_bars, new(engine.Bars, engine.BarNumber), MostSegments);
        Version++;
    }

    /// <summary>Takes a mark of the audio thread or the worker.</summary>
    public void Add(in NoteMark mark)
    {
        switch (mark.Kind)
        {
            case NoteMarkKind.PlayedOn:
                Add(mark, RollNoteState.Held, mark.Position);
                break;
            case NoteMarkKind.PlayedOff when Find(mark, RollNoteState.Held) is var at and >= 0:
                _notes[at] = _notes[at] with { State = RollNoteState.Played, End = mark.Position };
                break;
            case NoteMarkKind.Planned:
                Add(mark, RollNoteState.Planned, mark.End);
                break;
            case NoteMarkKind.AnswerOn when FindPlanned(mark) is var at and >= 0:
                _notes[at] = _notes[at] with { State = RollNoteState.Sounding, Start = mark.Position, Velocity = mark.Velocity };
                break;
            case NoteMarkKind.AnswerOn:
                Add(mark, RollNoteState.Sounding, mark.Position);
                break;
            case NoteMarkKind.AnswerOff when Find(mark, RollNoteState.Sounding) is var at and >= 0:
                _notes[at] = _notes[at] with { State = RollNoteState.Answered, End = mark.Position };
                break;
            case NoteMarkKind.Cancelled:
                Cancel(mark);
                break;
            case NoteMarkKind.Restarted:
                _notes.RemoveAll(static note => note.State == RollNoteState.Planned);
                break;
            case NoteMarkKind.Heard when FindHeard(mark) is var at and >= 0:
                _notes[at] = _notes[at] with { Bits = mark.Bits };
                break;
            case NoteMarkKind.Chord:
                Add(_chords, new(mark.Position, ChordNames.Of(mark)), MostSegments);
                break;
            default:
                return;
        }
        Version++;
    }

    /// <summary>Marks were lost: what seems to sound may have ended, and what was planned may have been cancelled.</summary>
    public void EndAll()
    {
        _notes.RemoveAll(static note => note.State == RollNoteState.Planned);
        var notes = CollectionsMarshal.AsSpan(_notes);
        for (int i = 0; i < notes.Length; i++)
        {
            if (notes[i].State == RollNoteState.Held)
                notes[i] = notes[i] with { State = RollNoteState.Played, End = Math.Max(notes[i].Start + 1, notes[i].End) };
            else if (notes[i].State == RollNoteState.Sounding)
                notes[i] = notes[i] with { State = RollNoteState.Answered };
        }
        Version++;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _notes.Clear();
        _bars.Clear();
        _chords.Clear();
        Version++;
    }

    private static bool IsFollowedBy(in RollBars last, in EngineSnapshot engine)
    {
        long bars = last.Bars.BarOf(engine.Bars.BarLine);
        return engine.Bars.Meter == last.Bars.Meter && bars >= 0 && last.Bars.BarPositionOf(engine.Bars.BarLine) == 0
            && engine.BarNumber == last.Number + bars;
    }

    private static void Add<T>(List<T> list, T item, int most)
    {
        if (list.Count == most)
            list.RemoveRange(0, most / 8);
        list.Add(item);
    }

    private void Add(in NoteMark mark, RollNoteState state, double end)
    {
        float bits = state == RollNoteState.Planned ? mark.Bits : float.NaN;
        Add(_notes, new(state, mark.Position, end, mark.Pitch, mark.Velocity, mark.AnswerId, mark.Index, bits), MostNotes);
    }

    // A record's == or a closure would allocate.
    private int Find(in NoteMark mark, RollNoteState state)
    {
        for (int i = _notes.Count - 1; i >= Math.Max(0, _notes.Count - Recent); i--)
        {
            if (_notes[i].State == state && _notes[i].Pitch.Number == mark.Pitch.Number && _notes[i].AnswerId == mark.AnswerId)
                return i;
        }
        return -1;
    }

    private int FindPlanned(in NoteMark mark)
    {
        for (int i = _notes.Count - 1; i >= Math.Max(0, _notes.Count - Recent); i--)
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
        for (int i = _notes.Count - 1; i >= Math.Max(0, _notes.Count - Recent); i--)
        {
            if (_notes[i].IsAnswer || _notes[i].Pitch.Number != mark.Pitch.Number)
                continue;
            if (found < 0 || Math.Abs(_notes[i].Start - mark.Position) < Math.Abs(_notes[found].Start - mark.Position))
                found = i;
        }
        return found;
    }

    private void Cancel(in NoteMark mark)
    {
        int kept = 0;
        for (int i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].State != RollNoteState.Planned || _notes[i].AnswerId != mark.AnswerId || _notes[i].Start < mark.Position)
                _notes[kept++] = _notes[i];
        }
        _notes.RemoveRange(kept, _notes.Count - kept);
    }
}
