using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [audio] The controllers that change each note of their channel: sustain pedal, brightness (CC 74), pressure and pitch bend, as the player
/// left them and as the host got them last. Answers play on a channel at rest; what was put at rest for them returns with the player's next
/// note.
/// </summary>
public sealed class ChannelStates
{
    private const int Channels = 16, Sustain = 64, Brightness = 74, ResetAll = 121, Kinds = 4;

    // By channel, then by kind.
    private readonly short[] _player = new short[Channels * Kinds];
    private readonly short[] _sent = new short[Channels * Kinds];

    // The number of the last note on each channel, from 1; 0: the player has not played there.
    private readonly long[] _lastNotes = new long[Channels];
    private long _notes;

    // The channels that were put at rest for an answer: what the player moves after that shall sound.
    private int _settledAnswer;
    private int _settled;

    /// <summary>[main] All channels are at rest.</summary>
    public ChannelStates() => Clear();

    /// <summary>[main, inactive] All channels are at rest, and nothing has been played.</summary>
    public void Clear()
    {
        for (int i = 0; i < _player.Length; i++)
            _player[i] = _sent[i] = Rest(i % Kinds);
        _lastNotes.AsSpan().Clear();
        (_settledAnswer, _settled) = (0, 0);
    }

    /// <summary>[audio] The player moved a controller.</summary>
    /// <param name="moved">The event.</param>
    /// <param name="channel">Its channel, 0 to 15.</param>
    /// <param name="isSent">Whether the host has accepted it.</param>
    public void Move(in MidiControllerEvent moved, byte channel, bool isSent)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            // By the MIDI Association's RP-015, sound controllers are not reset.
            bool isReset = moved.Controller == ResetAll && Number(kind) != Brightness;
            if (!isReset && moved.Controller != Number(kind))
                continue;
            int at = (channel * Kinds) + kind;
            _player[at] = isReset ? Rest(kind) : ValueOf(moved);
            if (isSent)
                _sent[at] = _player[at];
        }
    }

    /// <summary>[audio] The player began a note.</summary>
    public void NoteOn(byte channel)
    {
        _lastNotes[channel] = ++_notes;
        _settled &= ~(1 << channel);
    }

    /// <summary>
    /// [audio] The channel for a note of an answer that goes out as played: that of the player's last note, or, while a key bends it,
    /// the last other one of the player's without a key.
    /// </summary>
    /// <param name="last">The channel of the player's last note.</param>
    /// <param name="engine">Knows which keys are down.</param>
    public byte ChannelFor(byte last, AnswerEngine engine)
    {
        if (!engine.HoldsKey(last) || IsInTune(last))
            return last;
        byte best = last;
        long bestNote = 0;
        for (byte channel = 0; channel < Channels; channel++)
        {
            if (_lastNotes[channel] > bestNote && !engine.HoldsKey(channel))
                (best, bestNote) = (channel, _lastNotes[channel]);
        }
        return best;
    }

    /// <summary>
    /// [audio] The next controller to be sent before a note of an answer, so that its channel is at rest: once for each answer. A channel on
    /// which the player has not played is left alone.
    /// </summary>
    /// <param name="answerId">The <see cref="AnswerBounds.Id"/> of the answer.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="frame">The frame of the note.</param>
    /// <param name="sent">The event, if there is one: to be sent, then <see cref="Confirm"/> it.</param>
    public bool TryRest(int answerId, byte channel, int frame, out Event sent)
    {
        if (answerId != _settledAnswer)
            (_settledAnswer, _settled) = (answerId, 0);
        bool isLeftAlone = _lastNotes[channel] == 0 || (_settled & (1 << channel)) != 0;
        for (int at = 0; at < _sent.Length && !isLeftAlone; at++)
        {
            // A pedal on a channel without notes is that of all channels, as in MPE.
            bool isOwn = at / Kinds == channel || (Number(at % Kinds) == Sustain && _lastNotes[at / Kinds] == 0);
            if (!isOwn || _sent[at] == Rest(at % Kinds))
                continue;
            sent = ToEvent(at, Rest(at % Kinds), frame);
            return true;
        }
        _settled |= 1 << channel;
        sent = default;
        return false;
    }

    /// <summary>[audio] The next controller that the player left elsewhere, to be sent before the player's note on a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="frame">The frame of the note.</param>
    /// <param name="sent">The event, if there is one: to be sent, then <see cref="Confirm"/> it.</param>
    public bool TryReturn(byte channel, int frame, out Event sent)
    {
        for (int at = 0; at < _sent.Length; at++)
        {
            if (_sent[at] == _player[at] || (at / Kinds != channel && Number(at % Kinds) != Sustain))
                continue;
            sent = ToEvent(at, _player[at], frame);
            return true;
        }
        sent = default;
        return false;
    }

    /// <summary>[audio] The host has accepted an event of <see cref="TryRest"/> or <see cref="TryReturn"/>.</summary>
    public void Confirm(in Event sent)
    {
        ref readonly var moved = ref sent.MidiController;
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (moved.Controller == Number(kind))
                _sent[(moved.Channel * Kinds) + kind] = ValueOf(moved);
        }
    }

    // Of the controllers that change pitch and sound.
    private bool IsInTune(byte channel)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (Number(kind) != Sustain && _sent[(channel * Kinds) + kind] != Rest(kind))
                return false;
        }
        return true;
    }

    private static int Number(int kind) => kind switch
    {
        0 => Sustain,
        1 => Brightness,
        2 => MidiControllers.ChannelPressure,
        _ => MidiControllers.PitchBend,
    };

    // The rest position of brightness is that of MPE; the other controllers have one by MIDI.
    private static short Rest(int kind) => kind switch { 1 => 64, 3 => 8192, _ => 0 };

    private static short ValueOf(in MidiControllerEvent moved) =>
        (short)((moved.Value & 0x7F) | (moved.Controller == MidiControllers.PitchBend ? (moved.Value2 & 0x7F) << 7 : 0));

    private static Event ToEvent(int at, int value, int frame)
    {
        int index = MidiControllers.IndexOf(at / Kinds, Number(at % Kinds));
        return MidiControllers.ToEvent(index, MidiControllers.FromMidi(index, value), frame);
    }
}
