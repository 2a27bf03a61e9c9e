using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Hears the player's notes and sets them on the grid. A note is told on once it has ended, by onset; one that sounds on
/// holds back those that began after it.
/// </summary>
public sealed class Listener
{
    private const int Capacity = 256;

    // One more than may be kept: a full listener ends its first note, which is then taken at once.
    private readonly Heard[] _notes = new Heard[Capacity + 1];
    private int _count;
    private int _held;

    /// <summary>[audio] Whether no key is down.</summary>
    public bool IsSilent => _held == 0;

    /// <summary>[audio] Notes begun since <see cref="BeginPhrase"/>.</summary>
    public int PhraseNotes { get; private set; }

    /// <summary>[audio] The tick nearest to the last release.</summary>
    public long LastRelease { get; private set; }

    /// <summary>[audio] How the notes lie around the grid.</summary>
    internal PlayerTiming Timing { get; } = new();

    /// <summary>[audio] The channel of the last note.</summary>
    public byte Channel { get; private set; }

    /// <summary>[audio] What was heard belongs to the last phrase; the next note begins a new one.</summary>
    public void BeginPhrase() => PhraseNotes = 0;

    /// <summary>[audio] Forgets everything, keys that are down too.</summary>
    public void Restart()
    {
        _count = 0;
        _held = 0;
        PhraseNotes = 0;
        Timing.Clear();
    }

    /// <summary>[audio] A key goes down.</summary>
    /// <param name="position">Where, in ticks.</param>
    /// <param name="span">The block it happens in.</param>
    /// <param name="grid">The grid that its onset goes to.</param>
    /// <param name="channel">Its MIDI channel.</param>
    /// <param name="pitch">Its pitch.</param>
    /// <param name="velocity">Its velocity, 1 to 127.</param>
    public void Press(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch, byte velocity)
    {
        Release(position, span, grid, channel, pitch);
        if (_count == Capacity)
            Close(0, LastRelease = Ticks.Nearest(position));
        long line = Snap(position, span, grid);
        Timing.Hear(position, line, span, grid);
        var note = new Heard(line, 0, span.BarLine, span.Meter, channel, pitch, velocity);
        int at = _count;
        for (; at > 0 && (note.Onset, note.Pitch.Number).CompareTo((_notes[at - 1].Onset, _notes[at - 1].Pitch.Number)) < 0; at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = note;
        _count++;
        _held++;
        PhraseNotes++;
        Channel = channel;
    }

    /// <summary>[audio] A key comes up; nothing happens where it was not down.</summary>
    public void Release(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
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
            return;
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
