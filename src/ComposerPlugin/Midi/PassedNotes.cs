using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>
/// [audio] The player's notes that the host has taken from the output. A note-off for which its list of events had no room is sent again in
/// the next block, so that no note sounds for ever.
/// </summary>
internal sealed class PassedNotes
{
    private const int Keys = 16 * Pitch.Count;

    private readonly int[] _sounding = new int[Keys];
    private readonly int[] _owed = new int[Keys];
    private int _allOwed;

    /// <summary>[audio] Whether note-offs are to be sent again.</summary>
    public bool OwesAny => _allOwed > 0;

    /// <summary>[audio] The host has taken a note-on.</summary>
    public void Begin(int channel, int pitch) => _sounding[Index(channel, pitch)]++;

    /// <summary>[audio] The host has taken a note-off, or has refused it.</summary>
    public void End(int channel, int pitch, bool isTaken)
    {
        ref int sounding = ref _sounding[Index(channel, pitch)];
        // Without a note-on nothing sounds.
        if (sounding == 0)
            return;
        sounding--;
        if (isTaken)
            return;
        _owed[Index(channel, pitch)]++;
        _allOwed++;
    }

    /// <summary>[audio] The next note-off to be sent again; false if there is none.</summary>
    public bool TryGetOwed(out byte channel, out byte pitch)
    {
        int key = 0;
        while (_allOwed > 0 && _owed[key] == 0)
            key++;
        (channel, pitch) = ((byte)(key / Pitch.Count), (byte)(key % Pitch.Count));
        return _allOwed > 0;
    }

    /// <summary>[audio] The host has taken a note-off that was sent again.</summary>
    public void Pay(byte channel, byte pitch)
    {
        _owed[Index(channel, pitch)]--;
        _allOwed--;
    }

    private static int Index(int channel, int pitch) => (channel * Pitch.Count) + pitch;
}
