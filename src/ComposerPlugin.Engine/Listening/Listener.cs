using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Receives the player's notes, quantizes them to the grid and sends each to the worker once it has ended, by onset. A held note
/// delays those that began after it.
/// </summary>
public sealed class Listener
{
    private const int Capacity = 256;
    private const int Channels = 16;

    // Where the grid is found, a phrase is sent once it has so many onsets, or rests so many ticks.
    private const int FewestOnsets = 6, Rest = 6;

    private readonly ComposeRequests _requests;
    private readonly WindowFeed? _window;

    // When full, the first note is ended and sent at once.
    private readonly HeardNote[] _notes = new HeardNote[Capacity];
    private readonly HeldKeys _keys = new();
    private readonly GridFinder _finder = new();
    private int _count;

    /// <summary>Sends notes there, and reports them to a window as they are played.</summary>
    public Listener(ComposeRequests requests, WindowFeed? window = null) => (_requests, _window) = (requests, window);

    /// <summary>[audio] The phrase being played.</summary>
    public PhraseDetector Phrase { get; } = new();

    /// <summary>[audio] The player's micro-timing.</summary>
    internal PlayerTiming Timing { get; } = new();

    /// <summary>[audio] The MIDI channel of the last note, 0 to 15.</summary>
    public byte Channel { get; private set; }

    /// <summary>[audio] How many notes have begun.</summary>
    public long PlayedNotes { get; private set; }

    /// <summary>
    /// [audio] Whether phrases are moved into the range of the style for the model (<see cref="ComposeRequest.KeepsRegister"/>).
    /// </summary>
    public bool KeepsRegister { get; set; }

    /// <summary>[audio] Whether the grid of phrases is found.</summary>
    public bool FindsGrid { get; set; }

    /// <summary>[audio] Seconds in one tick at the current tempo.</summary>
    public double SecondsPerTick { get; set; } = 1.0 / (2 * Ticks.PerQuarter);

    /// <summary>[audio] The grid of the phrase; null if it is not found but set.</summary>
    public PhraseGrid? Found => FindsGrid ? _finder.Found : null;

    /// <summary>[audio] Whether a key of a channel is down.</summary>
    public bool HoldsKey(byte channel) => _keys.IsAnyDown(channel);

    /// <summary>[audio] The first note whose key is down; null if only the pedal holds notes, or nothing does.</summary>
    public Pitch? HeldKey
    {
        get
        {
            int i = 0;
            while (i < _count && !_notes[i].IsDown)
                i++;
            return i < _count ? _notes[i].Note.Pitch : null;
        }
    }

    /// <summary>[audio] Forgets everything but pedals, held keys too.</summary>
    /// <param name="position">The current position, in ticks.</param>
    public void Restart(double position)
    {
        _count = 0;
        for (int key = 0; _window is not null && key < Channels * Pitch.Count; key++)
        {
            var pitch = new Pitch((byte)(key % Pitch.Count));
            if (_keys.Count((byte)(key / Pitch.Count), pitch) > 0)
                _window.PlayedOff(position, pitch);
        }
        _keys.Clear();
        Phrase.Restart();
        Timing.Clear();
        _finder.Clear();
    }

    /// <summary>[main, inactive] Forgets the pedals too: what they did while the plugin was inactive is not known.</summary>
    public void Activate() => _keys.ClearAll();

    /// <summary>[audio] Handles a note-on.</summary>
    /// <param name="position">Its position, in ticks.</param>
    /// <param name="span">The block it is in.</param>
    /// <param name="grid">The grid that its onset is quantized to.</param>
    /// <param name="channel">Its MIDI channel, 0 to 15.</param>
    /// <param name="pitch">Its pitch.</param>
    /// <param name="velocity">Its velocity, 1 to 127.</param>
    public void NoteOn(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch, byte velocity)
    {
        // A repeated note-on ends the held note.
        if (FindHeld(channel, pitch) is var held && held >= 0)
            EndAt(held, position, span, grid);
        if (_count == Capacity)
        {
            End(0, Ticks.Nearest(position), Ticks.Nearest(position));
            // Before the new note, which may come first.
            SendAllEnded();
        }
        if (_keys.Count(channel, pitch) > 0)
            _window?.PlayedOff(position, pitch);
        _window?.PlayedOn(position, pitch, velocity);
        PlayedNotes++;
        _keys.Press(channel, pitch);
        long played = Ticks.Nearest(position);
        Find(position, span);
        Phrase.NoteOn(played);
        long onset = Quantize(position, span, grid);
        Timing.Hear(position, onset, span, Groove.PairOf(grid, span.Meter, Found));
        Insert(new(new(onset, 0, pitch, velocity, span.Bars), channel, played, HeardNote.Down) { On = position });
        Channel = channel;
        SendEnded();
    }

    /// <summary>
    /// [audio] Handles a note-off; ignored if the key is not held. Of a key that is held more than once, the last note-off counts; under
    /// the pedal, the pedal's release.
    /// </summary>
    public void NoteOff(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
    {
        if (_keys.Release(channel, pitch, out int left))
        {
            int held = FindHeld(channel, pitch);
            if (held >= 0 && left == 0 && !_keys.IsSustained(channel))
                EndAt(held, position, span, grid);
            else if (held >= 0)
                KeyUp(held, Ticks.Nearest(position));
            // The key may have been held on after its note was ended for a request.
            if (left == 0)
                _window?.PlayedOff(position, pitch);
        }
        SendEnded();
    }

    /// <summary>[audio] A sustain pedal moves. Released, it ends the notes that it held.</summary>
    public void Pedal(double position, in BlockSpan span, Grid grid, byte channel, bool isDown)
    {
        _keys.Pedal(channel, isDown);
        for (int i = 0; i < _count && !isDown && !Phrase.IsSilent; i++)
        {
            ref readonly var heard = ref _notes[i];
            bool isUp = heard.IsHeld && _keys.Count(heard.Channel, heard.Note.Pitch) == 0;
            if (isUp && !_keys.IsSustained(heard.Channel))
                EndAt(i, position, span, grid);
        }
        SendEnded();
    }

    /// <summary>[audio] All keys of a channel count as released, and what its pedal holds as ended.</summary>
    public void EndChannel(double position, in BlockSpan span, Grid grid, byte channel)
    {
        for (int i = 0; i < _count && !Phrase.IsSilent; i++)
        {
            if (_notes[i].IsHeld && _notes[i].Channel == channel)
                EndAt(i, position, span, grid);
        }
        for (int key = 0; key < Pitch.Count; key++)
        {
            if (_keys.LetGo(channel, new((byte)key)))
                _window?.PlayedOff(position, new((byte)key));
        }
        SendEnded();
    }

    /// <summary>[audio] Ends held notes at a tick, for a request that must include them.</summary>
    public void EndAllHeld(long tick)
    {
        for (int i = 0; i < _count && !Phrase.IsSilent; i++)
        {
            if (_notes[i].IsHeld)
                End(i, Math.Max(tick, _notes[i].Note.Onset + 1), Math.Max(tick, _notes[i].Note.Onset + 1));
        }
        SendEnded();
    }

    /// <summary>
    /// [audio] Lets go of what has been held longer than <see cref="HoldLimits"/>: its note-off was lost, or it is a drone.
    /// </summary>
    /// <param name="tick">The tick.</param>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    public void LetGoOld(long tick, int barTicks)
    {
        for (int i = 0; i < _count && !Phrase.IsSilent; i++)
        {
            if (_notes[i].IsHeld && tick >= _notes[i].LetGoAt(barTicks))
                LetGo(i, tick);
        }
        SendEnded();
    }

    /// <summary>[audio] Lets go of everything at a tick: the phrase is over without it.</summary>
    public void LetGoAll(long tick)
    {
        for (int i = 0; i < _count && !Phrase.IsSilent; i++)
        {
            if (_notes[i].IsHeld)
                LetGo(i, tick);
        }
        SendEnded();
    }

    /// <summary>[audio] Sends what has ended, also if the phrase has few notes yet: a request follows.</summary>
    public void SendAllEnded() => SendEnded(all: true);

    /// <summary>[audio] Sends what has ended if the player rests at a tick.</summary>
    public void SendInRest(long tick)
    {
        if (Phrase.IsSilent && _count > 0 && tick - Phrase.LastNoteOff >= Rest)
            SendAllEnded();
    }

    private long Quantize(double position, in BlockSpan span, Grid grid)
    {
        var bars = span.BarsAt(position);
        return Found is { } found ? found.Quantize(position, bars) : bars.Quantize(position, grid);
    }

    // What is not sent yet is written on the new grid.
    private void Find(double position, in BlockSpan span)
    {
        if (!FindsGrid)
            return;
        if (Phrase.Notes == 0)
            _finder.Begin();
        if (!_finder.Hear(position, span.BarsAt(position), SecondsPerTick))
            return;
        int count = _count;
        _count = 0;
        for (int i = 0; i < count; i++)
            Insert(Requantize(_notes[i], span));
    }

    private HeardNote Requantize(in HeardNote heard, in BlockSpan span)
    {
        long onset = Quantize(heard.On, span, Grid.Sixteenth);
        long end = double.IsNaN(heard.Off) ? heard.Note.End : EndOf(onset, heard.Off, span, Grid.Sixteenth);
        int duration = heard.IsHeld ? 0 : DurationOf(onset, end);
        return heard with { Note = heard.Note with { Onset = onset, Duration = duration } };
    }

    private void Insert(in HeardNote heard)
    {
        int at = _count++;
        for (; at > 0 && IsBefore(heard.Note, _notes[at - 1].Note); at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = heard;
    }

    private int FindHeld(byte channel, Pitch pitch)
    {
        int i = _count - 1;
        while (i >= 0 && !(_notes[i].IsHeld && _notes[i].Note.Pitch == pitch && _notes[i].Channel == channel))
            i--;
        return i;
    }

    private void EndAt(int index, double position, in BlockSpan span, Grid grid)
    {
        End(index, EndOf(_notes[index].Note.Onset, position, span, grid), Ticks.Nearest(position));
        _notes[index] = _notes[index] with { Off = position };
    }

    private long EndOf(long onset, double position, in BlockSpan span, Grid grid)
    {
        long shortest = span.BarsAt(onset).AtOrAfter(onset + 1, Found?.Grid ?? grid);
        return Math.Max(Quantize(position, span, grid), shortest);
    }

    // The note ends on the grid; the phrase's rest is counted from where it was played.
    private void End(int index, long end, long played)
    {
        if (_notes[index].IsDown)
            KeyUp(index, played);
        if (_notes[index].IsHeld)
            Phrase.NoteOff(played);
        Finish(index, end);
    }

    private void LetGo(int index, long tick)
    {
        ref readonly var heard = ref _notes[index];
        if (_keys.LetGo(heard.Channel, heard.Note.Pitch))
            _window?.PlayedOff(tick, heard.Note.Pitch);
        Phrase.LetGo(tick, heard.Played, heard.IsDown);
        Finish(index, tick);
    }

    private void KeyUp(int index, long played)
    {
        if (!_notes[index].IsDown)
            return;
        Phrase.KeyUp(played, _notes[index].Played);
        _notes[index] = _notes[index] with { Released = played };
    }

    private void Finish(int index, long end)
    {
        ref var heard = ref _notes[index];
        heard = heard with { Note = heard.Note with { Duration = DurationOf(heard.Note.Onset, end) } };
    }

    private static int DurationOf(long onset, long end) => (int)Math.Clamp(end - onset, 1, Vocabulary.LongestTicks);

    private void SendEnded(bool all = false)
    {
        bool waits = FindsGrid && _finder.Onsets < FewestOnsets && !all;
        while (_count > 0 && !_notes[0].IsHeld && !waits)
        {
            if (_requests.Send(NoteRequest(_notes[0].Note)))
                Phrase.Continue();
            Array.Copy(_notes, 1, _notes, 0, --_count);
        }
    }

    private ComposeRequest NoteRequest(in TimedNote note) =>
        new() { Kind = RequestKind.Note, Note = note, BeginsPhrase = Phrase.NextBegins, KeepsRegister = KeepsRegister };

    // Not by tuples of Pitch: their default comparer allocates on first use.
    private static bool IsBefore(in TimedNote note, in TimedNote other) =>
        note.Onset < other.Onset || (note.Onset == other.Onset && note.Pitch < other.Pitch);

    // Played: the tick nearest to its note-on. Released: the one nearest to its key's first release, or Down.
    private readonly record struct HeardNote(TimedNote Note, byte Channel, long Played, long Released)
    {
        public const long Down = long.MaxValue;

        // Where it was played, in ticks; its end is not known if it was ended for a request.
        public required double On { get; init; }

        public double Off { get; init; } = double.NaN;

        public bool IsHeld => Note.Duration == 0;

        public bool IsDown => IsHeld && Released == Down;

        public long LetGoAt(int barTicks) =>
            IsDown ? Played + HoldLimits.Key(barTicks) : Released + HoldLimits.SoundingOn(barTicks);
    }
}
