using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Notes to feed to the model again. Collects the notes played since an answer was requested; when the answer is cut off, merges them with
/// the answer's notes that sounded, by onset.
/// </summary>
internal sealed class ReplayBuffer
{
    private const int MostPlayed = Capacities.NotesSinceMark - Capacities.AnswerNotes;

    private readonly SoundedNote[] _played = new SoundedNote[MostPlayed];
    private readonly SoundedNote[] _sounded = new SoundedNote[Capacities.NotesSinceMark];
    private int _playedCount;
    private int _soundedCount;
    private int _next;

    /// <summary>Whether no played note was lost because there were too many.</summary>
    public bool IsWhole => _playedCount <= MostPlayed;

    /// <summary>Resets.</summary>
    public void Clear() => _playedCount = _soundedCount = _next = 0;

    /// <summary>Adds a played note.</summary>
    /// <param name="note">The note.</param>
    public void Hear(in SoundedNote note)
    {
        if (_playedCount < MostPlayed)
            _played[_playedCount] = note with { IsMeasured = false };
        _playedCount = Math.Min(_playedCount + 1, MostPlayed + 1);
    }

    /// <summary>Prepares what sounded. Of notes with one onset, the played come first.</summary>
    /// <param name="answered">The answer's notes that sounded, by onset.</param>
    /// <param name="transposition">The semitones by which they were transposed.</param>
    public void Prepare(ReadOnlySpan<TimedNote> answered, int transposition)
    {
        _soundedCount = _next = 0;
        int answer = 0;
        // Played notes keep the order in which they were heard, also where one came late.
        foreach (var note in _played.AsSpan(0, _playedCount))
        {
            while (answer < answered.Length && answered[answer].Onset < note.Note.Onset)
                Add(answered[answer++]);
            _sounded[_soundedCount++] = note;
        }
        while (answer < answered.Length)
            Add(answered[answer++]);
        _playedCount = 0;

        void Add(in TimedNote note) =>
            _sounded[_soundedCount++] = new(note with { Pitch = note.Pitch.TransposeInside(-transposition) }, IsMeasured: false)
            {
                IsComposed = true,
            };
    }

    /// <summary>Prepares a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="barLine">The tick at which its first bar begins now.</param>
    /// <param name="keepsRegister">Whether it is moved into the range of the style.</param>
    public void Prepare(PhraseNotes phrase, long barLine, bool keepsRegister)
    {
        _soundedCount = _next = 0;
        var bars = phrase.Bars with { BarLine = barLine };
        foreach (var note in phrase.Notes)
        {
            var sounded = new TimedNote(barLine + note.Onset, note.Duration, note.Pitch, note.Velocity, bars);
            _sounded[_soundedCount] = new(sounded, IsMeasured: false, BeginsPhrase: _soundedCount == 0, keepsRegister);
            _soundedCount++;
        }
    }

    /// <summary>Takes the next note; false if there is none.</summary>
    public bool TryNext(out SoundedNote note)
    {
        bool has = _next < _soundedCount;
        note = has ? _sounded[_next++] : default;
        return has;
    }
}
