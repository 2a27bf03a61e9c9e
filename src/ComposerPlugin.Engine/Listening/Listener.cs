using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Hears the player's notes and sets them on the grid. A note is told on once it has ended, by onset; one that sounds on
/// holds back those that began after it.
/// </summary>
public sealed class Listener
{
    private const int Capacity = 256;
    private const int Channels = 16;

    // One more than may be kept: a full listener ends its first note, which is then taken at once.
    private readonly Heard[] _notes = new Heard[Capacity + 1];

    // How often each key of each channel is down: where parts overlap, or a host sends a note twice, the last release counts.
    private readonly byte[] _keys = new byte[Channels * Pitch.Count];
    private int _count;
    private int _held;
    private int _phraseNotes;
    private bool _isPhraseOver;

    /// <summary>[audio] Whether no key is down.</summary>
    public bool IsSilent => _held == 0;

    /// <summary>[audio] Notes of the phrase so far; 0 once it is over.</summary>
    public int PhraseNotes => _isPhraseOver ? 0 : _phraseNotes;

    /// <summary>[audio] The rhythm of the phrase.</summary>
    public PhraseRhythm Rhythm { get; } = new();

    /// <summary>[audio] The tick nearest to the last release.</summary>
    public long LastRelease { get; private set; }

    /// <summary>[audio] How the notes lie around the grid.</summary>
    internal PlayerTiming Timing { get; } = new();

    /// <summary>[audio] The channel of the last note.</summary>
    public byte Channel { get; private set; }

    /// <summary>[audio] The phrase is over; the next note begins another.</summary>
    public void EndPhrase() => _isPhraseOver = true;

    /// <summary>[audio] The phrase goes on after all: its answer was stopped before it began.</summary>
    public void ResumePhrase() => _isPhraseOver = false;

    /// <summary>[audio] Forgets everything, keys that are down too.</summary>
    public void Restart()
    {
        _count = 0;
        _held = 0;
        _isPhraseOver = true;
        Array.Clear(_keys);
        Timing.Clear();
    }

    /// <summary>[audio] A key goes down.</summary>
    /// <param name="position">Where, in ticks.</param>
    /// <param name="span">The block it happens in.</param>
    /// <param name="grid">The grid that its onset goes to.</param>
    /// <param name="channel">Its MIDI channel, 0 to 15.</param>
    /// <param name="pitch">Its pitch.</param>
    /// <param name="velocity">Its velocity, 1 to 127.</param>
    public void Press(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch, byte velocity)
    {
        // A key that is struck again begins another note.
        CloseHeld(position, span, grid, channel, pitch);
        if (_count == Capacity)
            Close(0, LastRelease = Ticks.Nearest(position));
        ref byte downs = ref _keys[(channel * Pitch.Count) + pitch.Number];
        downs = (byte)Math.Min(downs + 1, byte.MaxValue);
        BeginPhrase();
        Rhythm.Press(Ticks.Nearest(position), IsSilent);
        long line = Snap(position, span, grid);
        Timing.Hear(position, line, span, grid);
        var note = new Heard(line, 0, span.BarLine, span.Meter, channel, pitch, velocity);
        int at = _count;
        for (; at > 0 && (note.Onset, note.Pitch.Number).CompareTo((_notes[at - 1].Onset, _notes[at - 1].Pitch.Number)) < 0; at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = note;
        _count++;
        _held++;
        _phraseNotes++;
        Channel = channel;
    }

    /// <summary>[audio] A key comes up; nothing happens where it was not down, or is down more than once.</summary>
    public void Release(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
    {
        ref byte downs = ref _keys[(channel * Pitch.Count) + pitch.Number];
        if (downs == 0 || --downs > 0)
            return;
        CloseHeld(position, span, grid, channel, pitch);
    }

    /// <summary>[audio] Takes the keys that are down for notes that end at a tick: whoever asks at once what was played must know them.</summary>
    public void EndHeld(long tick)
    {
        for (int i = 0; i < _count && _held > 0; i++)
        {
            if (_notes[i].Duration == 0)
                Close(i, LastRelease = Math.Max(tick, _notes[i].Onset + 1));
        }
        Rhythm.Release(LastRelease);
    }

    /// <summary>[audio] Lets go of keys that nobody holds as long: their release was lost on the way.</summary>
    public void EndForgotten(long tick)
    {
        for (int i = 0; i < _count && _held > 0; i++)
        {
            if (_notes[i].Duration > 0 || tick - _notes[i].Onset < Vocabulary.LongestTicks)
                continue;
            _keys[(_notes[i].Channel * Pitch.Count) + _notes[i].Pitch.Number] = 0;
            Close(i, LastRelease = tick);
            Rhythm.Release(tick);
        }
    }

    /// <summary>[audio] Takes the first note, if it has ended, as a request for the composer.</summary>
    public bool TryTake(out ComposeRequest note)
    {
        if (_count == 0 || _notes[0].Duration == 0)
        {
            note = default;
            return false;
        }
        ref readonly var first = ref _notes[0];
        note = new()
        {
            Kind = RequestKind.Note,
            Tick = first.Onset,
            Duration = first.Duration,
            BarLine = first.BarLine,
            Meter = first.Meter,
            Pitch = first.Pitch,
            Velocity = first.Velocity,
        };
        Array.Copy(_notes, 1, _notes, 0, --_count);
        return true;
    }

    private void BeginPhrase()
    {
        if (!_isPhraseOver)
            return;
        _isPhraseOver = false;
        _phraseNotes = 0;
        Rhythm.Begin();
    }

    private void CloseHeld(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_notes[i].Duration > 0 || _notes[i].Pitch != pitch || _notes[i].Channel != channel)
                continue;
            long onset = _notes[i].Onset;
            long barLine = span.BarLineBefore(onset);
            long shortest = barLine + grid.AtOrAfter((int)(onset - barLine) + 1, span.Meter.BarTicks);
            Close(i, Math.Max(Snap(position, span, grid), shortest));
            LastRelease = Ticks.Nearest(position);
            Rhythm.Release(LastRelease);
            return;
        }
    }

    private void Close(int index, long end)
    {
        if (_notes[index].Duration == 0)
            _held--;
        _notes[index] = _notes[index] with { Duration = (int)Math.Clamp(end - _notes[index].Onset, 1, Vocabulary.LongestTicks) };
    }

    private static long Snap(double position, in BlockSpan span, Grid grid)
    {
        long barLine = span.BarLineBefore(position);
        return barLine + grid.Snap(position - barLine, span.Meter.BarTicks);
    }

    // Duration 0: the key is still down.
    private readonly record struct Heard(long Onset, int Duration, long BarLine, Meter Meter, byte Channel, Pitch Pitch, byte Velocity);
}
