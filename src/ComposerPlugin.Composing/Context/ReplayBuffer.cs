using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The notes played since an answer was asked for, and, once it is cut off, what sounded after all: those and the answer's own
/// up to the cut, by onset, to be heard again.
/// </summary>
internal sealed class ReplayBuffer
{
    private const int MostPlayed = Capacities.NotesSinceMark - Capacities.AnswerNotes;

    private readonly TimedNote[] _played = new TimedNote[MostPlayed];
    private readonly TimedNote[] _sounded = new TimedNote[Capacities.NotesSinceMark];
    private int _playedCount;
    private int _soundedCount;
    private int _next;

    /// <summary>Whether all played notes are here; they are not when there were too many.</summary>
    public bool IsWhole => _playedCount <= MostPlayed;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _playedCount = _soundedCount = _next = 0;

    /// <summary>Remembers a played note.</summary>
    public void Hear(in TimedNote note)
    {
        if (_playedCount < MostPlayed)
            _played[_playedCount] = note;
        _playedCount = Math.Min(_playedCount + 1, MostPlayed + 1);
    }

    /// <summary>Sets down what sounded. Of notes with one onset, the played come first.</summary>
    /// <param name="answered">The answer's notes that sounded, by onset.</param>
    /// <param name="transposition">How many semitones higher than composed they did.</param>
    public void Prepare(ReadOnlySpan<TimedNote> answered, int transposition)
    {
        _soundedCount = _next = 0;
        int answer = 0;
        // Played notes stay in the order in which they were heard, also where one came late.
        foreach (var note in _played.AsSpan(0, _playedCount))
        {
            while (answer < answered.Length && answered[answer].Onset < note.Onset)
                Add(answered[answer++]);
            _sounded[_soundedCount++] = note;
        }
        while (answer < answered.Length)
            Add(answered[answer++]);
        _playedCount = 0;

        void Add(in TimedNote note) => _sounded[_soundedCount++] = note with { Pitch = note.Pitch - transposition };
    }

    /// <summary>Sets down a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="barLine">The tick at which its first bar begins now.</param>
    public void Prepare(PhraseNotes phrase, long barLine)
    {
        _soundedCount = _next = 0;
        foreach (var note in phrase.Notes)
            _sounded[_soundedCount++] = new(barLine + note.Onset, note.Duration, note.Pitch.Number, note.Velocity, phrase.Bars with { BarLine = barLine });
    }

    /// <summary>The next note to be heard again; false when there is none left.</summary>
    public bool TryNext(out TimedNote note)
    {
        bool has = _next < _soundedCount;
        note = has ? _sounded[_next++] : default;
        return has;
    }
}
