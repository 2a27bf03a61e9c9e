namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Whether the player's phrase is over, and when it will be. It depends on ticks alone. A phrase begins with its first
/// note-on and ends when an answer to it is requested, or, in a mode that plays without answering, after its rest.
/// </summary>
public sealed class PhraseDetector
{
    private readonly PhraseRhythm _rhythm = new();
    private int _notes;
    private int _held;
    private bool _isOver = true;

    /// <summary>[audio] Whether no key is held.</summary>
    public bool IsSilent => _held == 0;

    /// <summary>[audio] Whether the next note sent to the worker is the first of a phrase.</summary>
    internal bool NextBegins { get; private set; } = true;

    /// <summary>[audio] The notes of the phrase so far; 0 once it is over.</summary>
    public int Notes => _isOver ? 0 : _notes;

    /// <summary>[audio] The tick nearest to the last note-off.</summary>
    public long LastNoteOff { get; private set; }

    /// <summary>
    /// [audio] The first tick at which the phrase is over if nothing more is played; false while there is no phrase or a key is held.
    /// </summary>
    /// <param name="restTicks">The rest that ends a phrase, in ticks; 0: from the rhythm of the phrase.</param>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    /// <param name="end">The tick.</param>
    public bool TryGetEnd(int restTicks, int barTicks, out long end)
    {
        end = LastNoteOff + (restTicks > 0 ? restTicks : _rhythm.RestTicks(barTicks));
        return Notes > 0 && IsSilent;
    }

    /// <summary>[audio] The phrase is over; the next note begins another.</summary>
    public void End() => _isOver = NextBegins = true;

    /// <summary>[audio] The phrase goes on: its answer was stopped before it started.</summary>
    public void Resume() => _isOver = NextBegins = false;

    /// <summary>[audio] Resets; held keys are forgotten.</summary>
    public void Restart()
    {
        _held = 0;
        End();
    }

    /// <summary>[audio] A note begins.</summary>
    /// <param name="tick">The tick nearest to it.</param>
    internal void NoteOn(long tick)
    {
        if (_isOver)
        {
            _isOver = false;
            _notes = 0;
            _rhythm.Begin();
        }
        _rhythm.NoteOn(tick, IsSilent);
        _held++;
        _notes++;
    }

    /// <summary>[audio] A note ends.</summary>
    /// <param name="tick">The tick nearest to it.</param>
    internal void NoteOff(long tick)
    {
        _held--;
        LastNoteOff = tick;
        _rhythm.NoteOff(tick);
    }

    /// <summary>[audio] The first note of the phrase was sent to the worker.</summary>
    internal void Continue() => NextBegins = false;
}
