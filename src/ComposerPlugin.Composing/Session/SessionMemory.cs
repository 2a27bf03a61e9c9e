using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// What a project saves of the music: the player's last phrase, the captured phrases and the takes. Only the worker changes it; the main
/// thread takes snapshots, and gives one back when it loads a project. All memory is allocated in the constructor.
/// </summary>
internal sealed class SessionMemory
{
    // Held by the worker for a few copies and by the main thread for a snapshot; never by an audio thread.
    private readonly Lock _gate = new();
    private readonly TakeStore _takes = new();
    private SessionSnapshot? _restored;
    private long _restoredAfter;
    private bool _isRestored;

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

    /// <summary>[main] Has the worker restore a snapshot.</summary>
    /// <param name="session">The snapshot.</param>
    /// <param name="after">The number of requests before it: those belong to the music that is replaced.</param>
    public void Restore(SessionSnapshot session, long after)
    {
        lock (_gate)
            (_restored, _restoredAfter) = (session, after);
    }

    /// <summary>[worker] Restores the snapshot, if there is one.</summary>
    /// <param name="done">How many requests are done.</param>
    public void TakeRestored(long done)
    {
        if (Volatile.Read(ref _restored) is null)
            return;
        lock (_gate)
        {
            if (done < _restoredAfter)
                return;
            var restored = _restored ?? SessionSnapshot.Empty;
            LastPhrase.CopyFrom(restored.LastPhrase);
            PhraseA.CopyFrom(restored.PhraseA);
            PhraseB.CopyFrom(restored.PhraseB);
            _takes.Restore(restored.Kept);
            _isRestored = true;
            _restored = null;
        }
    }

    /// <summary>[worker] Adds a played note to the last phrase, or begins a phrase with it.</summary>
    public void Hear(in TimedNote note, bool beginsPhrase)
    {
        lock (_gate)
        {
            // A restored phrase has ended.
            if (beginsPhrase || _isRestored)
                LastPhrase.Begin(note.Bars.From(note.Onset));
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
    /// <param name="answer">The answer.</param>
    /// <param name="bars">Its bar lines.</param>
    /// <param name="style">The id of its style.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="notes">Its notes.</param>
    /// <param name="bits">How surprising each of them is, in bits.</param>
    public void Store(
        in AnswerBounds answer, BarGrid bars, string style, uint seed, ReadOnlySpan<TimedNote> notes, ReadOnlySpan<float> bits) =>
        _takes.Next().Store(answer, bars, style, seed, notes, bits);

    /// <summary>[worker] The take of this id; null if it is not among the last.</summary>
    public TakeSlot? Find(int id) => _takes.Find(id);

    /// <summary>[worker] Keeps a take.</summary>
    public void Keep(int id)
    {
        lock (_gate)
            _takes.Keep(id);
    }
}
