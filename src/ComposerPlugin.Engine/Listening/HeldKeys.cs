using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] The keys and the sustain pedals that are down, by MIDI channel, 0 to 15.</summary>
/// <remarks>
/// A pedal holds the notes of its channel. One on a channel without notes holds those of all channels: MPE controllers send it on their
/// manager channel.
/// </remarks>
public sealed class HeldKeys
{
    private const int Channels = 16;

    // Note-ons of each key of each channel without their note-off. Where parts overlap, or a host sends a note twice, the last note-off
    // counts.
    private readonly byte[] _keys = new byte[Channels * Pitch.Count];

    // A bit for each channel.
    private int _pedals;
    private int _played;

    /// <summary>[audio] Releases all keys. Pedals stay: a foot may rest on one while the host starts or stops.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        _played = 0;
    }

    /// <summary>[audio] Releases all keys and pedals.</summary>
    public void ClearAll()
    {
        Clear();
        _pedals = 0;
    }

    /// <summary>[audio] How many note-ons of a key are without their note-off.</summary>
    public int Count(byte channel, Pitch pitch) => _keys[Index(channel, pitch)];

    /// <summary>[audio] Whether any key of a channel is down.</summary>
    public bool IsAnyDown(byte channel) => _keys.AsSpan(channel * Pitch.Count, Pitch.Count).ContainsAnyExcept((byte)0);

    /// <summary>[audio] A note-on.</summary>
    public void Press(byte channel, Pitch pitch)
    {
        ref byte ons = ref _keys[Index(channel, pitch)];
        ons = (byte)Math.Min(ons + 1, byte.MaxValue);
        _played |= 1 << channel;
    }

    /// <summary>[audio] A note-off; false if the key was not down.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="pitch">Its pitch.</param>
    /// <param name="left">How many note-ons are still without their note-off.</param>
    public bool Release(byte channel, Pitch pitch, out int left)
    {
        ref byte ons = ref _keys[Index(channel, pitch)];
        bool wasDown = ons > 0;
        left = ons -= (byte)(wasDown ? 1 : 0);
        return wasDown;
    }

    /// <summary>[audio] A key counts as up, whatever note-offs are still to come; false if it was up.</summary>
    public bool LetGo(byte channel, Pitch pitch)
    {
        ref byte ons = ref _keys[Index(channel, pitch)];
        bool wasDown = ons > 0;
        ons = 0;
        return wasDown;
    }

    /// <summary>[audio] A sustain pedal moves.</summary>
    public void Pedal(byte channel, bool isDown) => _pedals = isDown ? _pedals | (1 << channel) : _pedals & ~(1 << channel);

    /// <summary>[audio] Whether a pedal holds the notes of a channel.</summary>
    public bool IsSustained(byte channel) => (_pedals & ((1 << channel) | ~_played)) != 0;

    private static int Index(byte channel, Pitch pitch) => (channel * Pitch.Count) + pitch.Number;
}
