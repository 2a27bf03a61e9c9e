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

    private readonly ComposeRequests _requests;
    private readonly WindowFeed? _window;

    // One more than may be kept: when full, the first note is ended and sent at once.
    private readonly HeardNote[] _notes = new HeardNote[Capacity + 1];

    // Note-ons of each key of each channel without their note-off. Where parts overlap, or a host sends a note twice, the last note-off
    // counts.
    private readonly byte[] _keys = new byte[Channels * Pitch.Count];
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

    /// <summary>[audio] Forgets everything, including held keys.</summary>
    /// <param name="position">The current position, in ticks.</param>
    public void Restart(double position)
    {
        _count = 0;
        for (int key = 0; _window is not null && key < _keys.Length; key++)
        {
            if (_keys[key] > 0)
                _window.PlayedOff(position, new((byte)(key % Pitch.Count)));
        }
        Array.Clear(_keys);
        Phrase.Restart();
        Timing.Clear();
    }

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
        EndHeld(position, span, grid, channel, pitch);
        if (_count == Capacity)
            End(0, Ticks.Nearest(position), Ticks.Nearest(position));
        ref byte ons = ref _keys[(channel * Pitch.Count) + pitch.Number];
        if (ons > 0)
            _window?.PlayedOff(position, pitch);
        _window?.PlayedOn(position, pitch, velocity);
        PlayedNotes++;
        ons = (byte)Math.Min(ons + 1, byte.MaxValue);
        Phrase.NoteOn(Ticks.Nearest(position));
        long onset = span.BarsAt(position).Quantize(position, grid);
        Timing.Hear(position, onset, span, grid);
        Insert(new(new(onset, 0, pitch, velocity, span.Bars), channel));
        Channel = channel;
        SendEnded();
    }

    /// <summary>[audio] Handles a note-off; ignored if the key is not held, or is held more than once.</summary>
    public void NoteOff(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
    {
        ref byte ons = ref _keys[(channel * Pitch.Count) + pitch.Number];
        if (ons > 0 && --ons == 0)
        {
            EndHeld(position, span, grid, channel, pitch);
            // The key may have been held on after its note was ended for a request.
            _window?.PlayedOff(position, pitch);
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

    /// <summary>[audio] Ends notes held for longer than any note can last: their note-off was lost.</summary>
    public void EndStuck(long tick)
    {
        for (int i = 0; i < _count && !Phrase.IsSilent; i++)
        {
            if (!_notes[i].IsHeld || tick - _notes[i].Note.Onset < Vocabulary.LongestTicks)
                continue;
            _keys[(_notes[i].Channel * Pitch.Count) + _notes[i].Note.Pitch.Number] = 0;
            _window?.PlayedOff(tick, _notes[i].Note.Pitch);
            End(i, tick, tick);
        }
        SendEnded();
    }

    private void Insert(in HeardNote heard)
    {
        int at = _count++;
        for (; at > 0 && IsBefore(heard.Note, _notes[at - 1].Note); at--)
            _notes[at] = _notes[at - 1];
        _notes[at] = heard;
    }

    private void EndHeld(double position, in BlockSpan span, Grid grid, byte channel, Pitch pitch)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_notes[i].IsHeld || _notes[i].Note.Pitch != pitch || _notes[i].Channel != channel)
                continue;
            long onset = _notes[i].Note.Onset;
            long shortest = span.BarsAt(onset).AtOrAfter(onset + 1, grid);
            End(i, Math.Max(span.BarsAt(position).Quantize(position, grid), shortest), Ticks.Nearest(position));
            return;
        }
    }

    // The note ends on the grid; the phrase's rest is counted from where it was played.
    private void End(int index, long end, long played)
    {
        ref var heard = ref _notes[index];
        if (heard.IsHeld)
            Phrase.NoteOff(played);
        heard = heard with { Note = heard.Note with { Duration = (int)Math.Clamp(end - heard.Note.Onset, 1, Vocabulary.LongestTicks) } };
    }

    private void SendEnded()
    {
        while (_count > 0 && !_notes[0].IsHeld)
        {
            if (_requests.Send(new() { Kind = RequestKind.Note, Note = _notes[0].Note, BeginsPhrase = Phrase.NextBegins }))
                Phrase.Continue();
            Array.Copy(_notes, 1, _notes, 0, --_count);
        }
    }

    // Not by tuples of Pitch: their default comparer allocates on first use.
    private static bool IsBefore(in TimedNote note, in TimedNote other) =>
        note.Onset < other.Onset || (note.Onset == other.Onset && note.Pitch < other.Pitch);

    private readonly record struct HeardNote(TimedNote Note, byte Channel)
    {
        public bool IsHeld => Note.Duration == 0;
    }
}
