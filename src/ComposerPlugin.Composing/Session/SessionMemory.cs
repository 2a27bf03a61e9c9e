using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// What was played, as far as it outlives the moment: the player's last phrase, the captured ones, the takes. Only the worker changes it;
/// the main thread takes snapshots and hands one back when a project is loaded. All memory is made in the constructor.
/// </summary>
internal sealed class SessionMemory
{
    // Held by the worker for a few copies, by the main thread for a snapshot; no audio thread comes near.
    private readonly Lock _gate = new();
    private readonly TakeStore _takes = new();
    private readonly PhraseNotes _last = new();
    private readonly PhraseNotes _a = new();
    private readonly PhraseNotes _b = new();
    private SessionSnapshot? _restored;
    private long _restoredAfter;
    private bool _isPhraseOver = true;

    /// <summary>[worker] The player's last phrase, which may still go on.</summary>
    public PhraseNotes LastPhrase => _last;

    /// <summary>[worker] The phrase captured as A.</summary>
    public PhraseNotes PhraseA => _a;

    /// <summary>[worker] The phrase captured as B.</summary>
    public PhraseNotes PhraseB => _b;

    /// <summary>[main] A snapshot.</summary>
    public SessionSnapshot Session
    {
        get
        {
            lock (_gate)
            {
                return _restored
                    ?? new() { LastPhrase = _last.ToPhrase(), PhraseA = _a.ToPhrase(), PhraseB = _b.ToPhrase(), Kept = _takes.Kept };
            }
        }
    }

    /// <summary>[main] Has the worker go back to a snapshot.</summary>
    /// <param name="session">The snapshot.</param>
    /// <param name="after">After how many requests: those before belong to the music that is given up.</param>
    public void Restore(SessionSnapshot session, long after)
    {
        lock (_gate)
            (_restored, _restoredAfter) = (session, after);
    }

    /// <summary>[worker] Goes back to a snapshot, if it was told to.</summary>
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
            _last.CopyFrom(restored.LastPhrase);
            _a.CopyFrom(restored.PhraseA);
            _b.CopyFrom(restored.PhraseB);
            _takes.Restore(restored.Kept);
            _isPhraseOver = true;
            _restored = null;
        }
    }

    /// <summary>[worker] Writes down a played note: the first after a phrase's end begins the next.</summary>
    public void Hear(in TimedNote note)
    {
        lock (_gate)
        {
            if (_isPhraseOver)
                _last.Begin(note.Bars with { BarLine = note.Bars.BarLineBefore(note.Onset) });
            _isPhraseOver = false;
            _last.Add(note.Onset, note.Duration, new((byte)note.Pitch), note.Velocity);
        }
    }

    /// <summary>[worker] The phrase is over.</summary>
    public void EndPhrase() => _isPhraseOver = true;

    /// <summary>[worker] The phrase goes on after all.</summary>
    public void ResumePhrase() => _isPhraseOver = false;

    /// <summary>[worker] Captures the last phrase as A or B; one that is captured already is given up.</summary>
    public void Capture(PhraseNotes captured)
    {
        lock (_gate)
        {
            if (captured.IsLike(_last))
                captured.Begin(_last.Bars);
            else
                captured.CopyFrom(_last);
        }
    }

    /// <summary>[worker] Writes a take down.</summary>
    /// <param name="number">The number of the answer.</param>
    /// <param name="style">The style's id.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="begin">The answer's first tick.</param>
    /// <param name="end">The tick at which it is over.</param>
    /// <param name="bars">Where its bar lines are.</param>
    /// <param name="notes">Its notes.</param>
    public void Store(int number, string style, uint seed, long begin, long end, BarGrid bars, ReadOnlySpan<TimedNote> notes) =>
        _takes.Next().Store(number, style, seed, begin, end, bars, notes);

    /// <summary>[worker] The take of this number; null when it is not among the last.</summary>
    public TakeSlot? Find(int number) => _takes.Find(number);

    /// <summary>[worker] Keeps a take.</summary>
    public void Keep(int number)
    {
        lock (_gate)
            _takes.Keep(number);
    }
}
