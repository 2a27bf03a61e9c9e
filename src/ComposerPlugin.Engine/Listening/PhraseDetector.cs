using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Whether the player's phrase is over, and when it will be. It depends on ticks alone. A phrase begins with its first
/// note-on and ends when an answer to it is requested, or, in a mode that plays without answering, after its rest.
/// </summary>
public sealed class PhraseDetector
{
    // Notes that begin at most so many ticks apart are one chord.
    private const int Together = 2;

    private readonly PhraseRhythm _rhythm = new();
    private readonly PhraseBars _bars = new();
    private int _notes;
    private int _held;
    private bool _isOver = true;

    // The last chord: its first onset, and how many of its keys are down.
    private long _lastOnset;
    private int _lastDown;

    // When what was held too long counted as let go, since the last note-on.
    private long _letGo = long.MinValue;

    /// <summary>[audio] Whether no key is held, and no note by the pedal.</summary>
    public bool IsSilent => _held == 0;

    /// <summary>[audio] Whether the next note sent to the worker is the first of a phrase.</summary>
    internal bool NextBegins { get; private set; } = true;

    /// <summary>[audio] The notes of the phrase so far; 0 once it is over.</summary>
    public int Notes => _isOver ? 0 : _notes;

    /// <summary>[audio] The tick nearest to the last note-off, or to the release of the pedal that held a note.</summary>
    public long LastNoteOff { get; private set; }

    /// <summary>
    /// [audio] The first tick at which the phrase is over if nothing more is played; false while there is no phrase. Keys that stay down,
    /// and the pedal, put it off up to <see cref="HoldLimits"/>.
    /// </summary>
    /// <param name="restTicks">The rest that ends a phrase, in ticks; 0: from the rhythm of the phrase.</param>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    /// <param name="end">The tick.</param>
    public bool TryGetEnd(int restTicks, int barTicks, out long end)
    {
        end = EndAfterRest(restTicks, barTicks);
        return Notes > 0;
    }

    /// <summary>[audio] The same for a phrase that an answer has ended already: where it would be over by its rest.</summary>
    public long EndAfterRest(int restTicks, int barTicks)
    {
        int rest = Rest(restTicks, barTicks);
        return IsSilent ? Math.Max(LastNoteOff + rest, _letGo)
            : _lastDown > 0 ? Math.Max(LastNoteOff + rest, _lastOnset + HoldLimits.Key(barTicks))
            : Math.Max(LastNoteOff, _lastOnset) + Math.Max(rest, HoldLimits.SoundingOn(barTicks));
    }

    /// <summary>
    /// [audio] Whether the phrase is likely to end on a bar line if nothing more is played before it (<see cref="PhraseBars"/>). Of what
    /// sounds, only keys of the last chord may be down.
    /// </summary>
    /// <param name="line">The bar line.</param>
    /// <param name="bars">The bars around it.</param>
    /// <param name="usualBars">The bars of a phrase where none was played before.</param>
    public bool MayEndAt(long line, BarGrid bars, int usualBars) =>
        Notes > 0 && _held <= _lastDown && _bars.MayEnd(line, bars, usualBars, _rhythm);

    /// <summary>[audio] Whether the phrase would be over at a tick, but for keys that are down or the pedal.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="restTicks">The rest that ends a phrase, in ticks; 0: from the rhythm of the phrase.</param>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    public bool IsHeldUp(long tick, int restTicks, int barTicks) =>
        Notes > 0 && !IsSilent && tick >= Math.Max(LastNoteOff, _lastOnset) + Rest(restTicks, barTicks);

    /// <summary>[audio] The phrase is over; the next note begins another.</summary>
    public void End() => _isOver = NextBegins = true;

    /// <summary>[audio] The phrase goes on: its answer was stopped before it started, or before the phrase was over by its rest.</summary>
    public void Resume()
    {
        _isOver = NextBegins = false;
        _bars.GoOn();
    }

    /// <summary>[audio] Resets; held keys are forgotten.</summary>
    public void Restart()
    {
        _held = _lastDown = 0;
        _bars.Clear();
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
            _bars.Begin(tick, LastNoteOff);
        }
        _rhythm.NoteOn(tick, IsSilent);
        if (_lastDown == 0 || tick - _lastOnset > Together)
            (_lastOnset, _lastDown) = (tick, 0);
        _letGo = long.MinValue;
        _lastDown++;
        _held++;
        _notes++;
    }

    /// <summary>[audio] A key goes up. Its note ends with it, or later, by the pedal.</summary>
    /// <param name="tick">The tick nearest to its release.</param>
    /// <param name="onset">The tick nearest to its note-on.</param>
    internal void KeyUp(long tick, long onset)
    {
        LastNoteOff = tick;
        CountUp(onset);
    }

    /// <summary>[audio] A note ends, whose key is up.</summary>
    /// <param name="tick">The tick nearest to its end.</param>
    internal void NoteOff(long tick)
    {
        _held--;
        LastNoteOff = tick;
        _rhythm.NoteOff(tick);
    }

    /// <summary>[audio] A note that was held too long counts as ended. No rest is waited for after it.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="onset">The tick nearest to its note-on.</param>
    /// <param name="isDown">Whether its key was down.</param>
    internal void LetGo(long tick, long onset, bool isDown)
    {
        _held--;
        _letGo = tick;
        _rhythm.NoteOff(tick);
        if (isDown)
            CountUp(onset);
    }

    /// <summary>[audio] The first note of the phrase was sent to the worker.</summary>
    internal void Continue() => NextBegins = false;

    private int Rest(int restTicks, int barTicks) => restTicks > 0 ? restTicks : _rhythm.RestTicks(barTicks);

    private void CountUp(long onset) => _lastDown -= onset >= _lastOnset && _lastDown > 0 ? 1 : 0;
}
