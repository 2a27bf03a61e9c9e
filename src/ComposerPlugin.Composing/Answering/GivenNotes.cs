using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The notes that an answer starts from, by onset: a phrase, a take, or the locked notes of a take alone. All memory is allocated in the
/// constructor.
/// </summary>
internal sealed class GivenNotes
{
    private readonly GivenNote[] _notes = new GivenNote[Capacities.AnswerNotes];
    private int _next;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many fixed notes are still to come.</summary>
    public int FixedLeft { get; private set; }

    /// <summary>A note.</summary>
    public ref readonly GivenNote this[int index] => ref _notes[index];

    /// <summary>The onset of the next fixed note; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextFixedOnset => FixedLeft > 0 ? _notes[FindFixed()].Note.Onset : long.MaxValue;

    /// <summary>How many fixed notes begin together with the next one, with it.</summary>
    public int NextFixedNotes
    {
        get
        {
            int count = 0;
            for (int i = FixedLeft > 0 ? FindFixed() : Count; i < Count && _notes[i].Note.Onset == NextFixedOnset; i++)
                count += _notes[i].IsFixed ? 1 : 0;
            return count;
        }
    }

    /// <summary>Removes all.</summary>
    public void Clear() => Count = FixedLeft = _next = 0;

    /// <summary>Gives the notes of a phrase.</summary>
    public void Give(ReadOnlySpan<TimedNote> notes)
    {
        Clear();
        foreach (var note in notes)
            Add(new(note, IsLocked: false, IsFixed: false));
    }

    /// <summary>Gives the notes of a take, where the answer repeats them.</summary>
    public void Give(TakeSlot take, in ComposeRequest request)
    {
        Clear();
        for (int i = 0; i < take.Notes.Notes.Length; i++)
        {
            if (take.TryPlace(i, request, out var note))
                Add(new(note, IsLocked: false, IsFixed: false));
        }
    }

    /// <summary>
    /// Gives the locked notes of a take. Each replaces a given note, if there is one that begins with it and has the same number in its
    /// chord.
    /// </summary>
    public void Lock(TakeSlot? take, in ComposeRequest request)
    {
        for (int i = 0; take is { Locks.HasAny: true } && i < take.Notes.Notes.Length; i++)
        {
            if (take.Locks.IsLocked(i) && take.TryPlace(i, request, out var note))
                Lock(note, take.NumberInChord(i));
        }
    }

    /// <summary>Fixes the notes that begin together with a fixed one.</summary>
    public void FixChords()
    {
        for (int i = 0; i < Count; i++)
        {
            for (int j = i; j >= 0 && _notes[j].Note.Onset == _notes[i].Note.Onset && _notes[i].IsLocked; j--)
                Fix(j);
            if (i > 0 && _notes[i].Note.Onset == _notes[i - 1].Note.Onset && _notes[i - 1].IsFixed)
                Fix(i);
        }
    }

    /// <summary>Makes room for fixed notes in a melody: given notes end by them, and none begins while one sounds.</summary>
    public void EndByFixed()
    {
        long fixedEnd = long.MinValue;
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            var given = _notes[i];
            if (given.IsFixed)
                fixedEnd = Math.Max(fixedEnd, given.Note.End);
            else if (given.Note.Onset < fixedEnd || OnsetOfFixedAfter(i) <= given.Note.Onset)
                continue;
            else
                given = EndBy(given, OnsetOfFixedAfter(i));
            _notes[kept++] = given;
        }
        Count = kept;
    }

    /// <summary>Takes the next note if it is not fixed.</summary>
    /// <param name="note">The note.</param>
    /// <param name="isJoined">Whether the note after it belongs to its chord.</param>
    public bool TryTakeFree(out TimedNote note, out bool isJoined)
    {
        bool has = _next < Count && !_notes[_next].IsFixed;
        note = has ? _notes[_next++].Note : default;
        isJoined = has && _next < Count && !_notes[_next].IsFixed && _notes[_next].Note.Onset == note.Onset;
        return has;
    }

    /// <summary>The next fixed note, if it begins at a tick.</summary>
    public bool TryPeekFixed(long onset, out GivenNote note)
    {
        bool has = NextFixedOnset == onset;
        note = has ? _notes[FindFixed()] : default;
        return has;
    }

    /// <summary>Passes the next fixed note; free ones before it are omitted.</summary>
    public void PassFixed()
    {
        _next = FindFixed() + 1;
        FixedLeft--;
    }

    /// <summary>Omits the rest of the chord that the last note belongs to.</summary>
    public void SkipChord(long onset)
    {
        while (_next < Count && !_notes[_next].IsFixed && _notes[_next].Note.Onset == onset)
            _next++;
    }

    /// <summary>What a note must leave to those that begin together with it, for a rising chord.</summary>
    /// <param name="index">The note.</param>
    /// <returns>The fixed note that must be higher, if there is one, and how many free ones are between.</returns>
    public (TimedNote? Above, int Between) RoomAbove(int index)
    {
        int between = 0;
        for (int i = index + 1; i < Count && _notes[i].Note.Onset == _notes[index].Note.Onset; i++)
        {
            if (_notes[i].IsFixed)
                return (_notes[i].Note, between);
            between++;
        }
        return (null, between);
    }

    private static GivenNote EndBy(in GivenNote given, long end) =>
        given with { Note = given.Note with { Duration = (int)Math.Min(given.Note.Duration, end - given.Note.Onset) } };

    private void Add(in GivenNote note)
    {
        if (Count < _notes.Length)
            _notes[Count++] = note;
    }

    private void Lock(in TimedNote note, int numberInChord)
    {
        int at = 0;
        while (at < Count && _notes[at].Note.Onset < note.Onset)
            at++;
        int same = at + numberInChord;
        if (same < Count && _notes[same].Note.Onset == note.Onset && !_notes[same].IsFixed)
        {
            (_notes[same], FixedLeft) = (new(note, IsLocked: true, IsFixed: true), FixedLeft + 1);
            return;
        }
        if (Count == _notes.Length)
            return;
        while (at < Count && _notes[at].Note.Onset == note.Onset && _notes[at].Note.Pitch <= note.Pitch)
            at++;
        _notes.AsSpan(at, Count - at).CopyTo(_notes.AsSpan(at + 1));
        (_notes[at], Count, FixedLeft) = (new(note, IsLocked: true, IsFixed: true), Count + 1, FixedLeft + 1);
    }

    private void Fix(int index)
    {
        FixedLeft += _notes[index].IsFixed ? 0 : 1;
        _notes[index] = _notes[index] with { IsFixed = true };
    }

    private int FindFixed()
    {
        int index = _next;
        while (!_notes[index].IsFixed)
            index++;
        return index;
    }

    private long OnsetOfFixedAfter(int index)
    {
        do
            index++;
        while (index < Count && !_notes[index].IsFixed);
        return index < Count ? _notes[index].Note.Onset : long.MaxValue;
    }
}
