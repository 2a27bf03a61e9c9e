using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// What a project saves of the music: the player's last phrase, the captured phrases and the takes. Only the worker changes it; the main
/// thread takes snapshots, and has it changed between two requests. All memory is allocated in the constructor.
/// </summary>
internal sealed class SessionMemory
{
    // Held by the worker for a few copies and by the main thread for a snapshot; never by an audio thread.
    private readonly Lock _gate = new();
    private readonly TakeStore _takes = new();
    private readonly SessionEdits _edits = new();
    private SessionSnapshot? _restored;
    private long _restoredAfter;
    private int _restoredId;
    private bool _isRestored;
    private bool _hasNewPhrase;
    private int _phrases;
    private int _version;

    /// <summary>[worker] The player's last phrase, which may still go on.</summary>
    public PhraseNotes LastPhrase { get; } = new();

    /// <summary>[worker] The phrase captured as A.</summary>
    public PhraseNotes PhraseA { get; } = new();

    /// <summary>[worker] The phrase captured as B.</summary>
    public PhraseNotes PhraseB { get; } = new();

    /// <summary>[main] A snapshot.</summary>
    public SessionSnapshot Session
    {
        get
        {
            lock (_gate)
            {
                return _restored ?? new()
                {
                    LastPhrase = LastPhrase.ToPhrase(),
                    PhraseA = PhraseA.ToPhrase(),
                    PhraseB = PhraseB.ToPhrase(),
                    Kept = _takes.Kept,
                };
            }
        }
    }

    /// <summary>[main] All takes.</summary>
    public TakeList Takes
    {
        get
        {
            lock (_gate)
                return _takes.ToList(_version);
        }
    }

    /// <summary>[any] Changes whenever <see cref="Takes"/> does.</summary>
    public int TakesVersion => Volatile.Read(ref _version);

    /// <summary>[main] Whether the worker has still to restore a snapshot or to make a change.</summary>
    public bool HasPending => Volatile.Read(ref _restored) is not null || _edits.HasAny;

    /// <summary>[main] Has the worker restore a snapshot.</summary>
    /// <param name="session">The snapshot.</param>
    /// <param name="after">The number of requests before it: those belong to the music that is replaced.</param>
    /// <param name="firstId">The id of its first kept take; the others count down from it.</param>
    public void Restore(SessionSnapshot session, long after, int firstId)
    {
        lock (_gate)
        {
            _edits.Clear();
            (_restored, _restoredAfter, _restoredId) = (session, after, firstId);
        }
    }

    /// <summary>[main] Has the worker use a phrase, as if it had just been played.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="after">The number of requests before it.</param>
    public void UsePhrase(Phrase phrase, long after) => _edits.Add(after, () =>
    {
        LastPhrase.CopyFrom(phrase);
        _phrases++;
        _isRestored = _hasNewPhrase = true;
    });

    /// <summary>[main] Has the worker change the takes.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="after">The number of requests before it.</param>
    public void Edit(Action<TakeStore> edit, long after) => _edits.Add(after, () => edit(_takes));

    /// <summary>[worker] Restores the snapshot and makes the changes that are due.</summary>
    /// <param name="done">How many requests are done.</param>
    /// <returns>Whether there was anything to do.</returns>
    public bool TakeChanges(long done)
    {
        if (!HasPending)
            return false;
        lock (_gate)
        {
            bool changed = TakeRestored(done) | (_restored is null && _edits.Make(done));
            if (changed)
                Volatile.Write(ref _version, _version + 1);
            return changed;
        }
    }

    /// <summary>[worker] Whether a phrase has come that was not played; false until the next one.</summary>
    public bool TakeNewPhrase()
    {
        bool has = _hasNewPhrase;
        _hasNewPhrase = false;
        return has;
    }

    /// <summary>[worker] Adds a played note to the last phrase, or begins a phrase with it.</summary>
    public void Hear(in TimedNote note, bool beginsPhrase)
    {
        lock (_gate)
        {
            // A phrase that was not played has ended.
            if (beginsPhrase || _isRestored)
            {
                LastPhrase.Begin(note.Bars.From(note.Onset));
                _phrases++;
            }
            _isRestored = false;
            LastPhrase.Add(note.Onset, note.Duration, note.Pitch, note.Velocity);
        }
    }

    /// <summary>[worker] Captures the last phrase as A or B; capturing the same phrase again clears it.</summary>
    public void Capture(PhraseNotes captured)
    {
        lock (_gate)
        {
            if (captured.IsLike(LastPhrase))
                captured.Begin(LastPhrase.Bars);
            else
                captured.CopyFrom(LastPhrase);
        }
    }

    /// <summary>[worker] Stores a take.</summary>
    /// <param name="request">The request of the answer.</param>
    /// <param name="style">The id of its style.</param>
    /// <param name="notes">Its notes.</param>
    /// <param name="bits">How surprising each of them is, in bits.</param>
    /// <param name="locks">Which of them are locked.</param>
    public void Store(in ComposeRequest request, string style, ReadOnlySpan<TimedNote> notes, ReadOnlySpan<float> bits, in NoteLocks locks)
    {
        lock (_gate)
        {
            _takes.Next(request.ReplacedTake).Store(request, style, _phrases, notes, bits, locks);
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>[worker] The take of this id; null if it is neither among the last nor kept.</summary>
    public TakeSlot? Find(int id) => _takes.Find(id);

    /// <summary>[worker] Keeps a take.</summary>
    public void Keep(int id)
    {
        lock (_gate)
        {
            _takes.Keep(id);
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>[worker] Locks or unlocks notes of a take.</summary>
    public void Lock(in LockChange change)
    {
        lock (_gate)
        {
            _takes.Lock(change);
            Volatile.Write(ref _version, _version + 1);
        }
    }

    private bool TakeRestored(long done)
    {
        if (_restored is not { } restored || done < _restoredAfter)
            return false;
        LastPhrase.CopyFrom(restored.LastPhrase);
        PhraseA.CopyFrom(restored.PhraseA);
        PhraseB.CopyFrom(restored.PhraseB);
        _takes.Restore(restored.Kept, _restoredId);
        _phrases++;
        _isRestored = true;
        _restored = null;
        return true;
    }
}
