using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>
/// [audio] The routes of held notes, so that a note-off takes the route of its note-on, even if parameters have changed in between.
/// </summary>
public sealed class HeldNoteRoutes
{
    private const int Channels = 16, Keys = Channels * Pitch.Count;

    private readonly int[] _passed = new int[Keys];
    private readonly int[] _muted = new int[Keys];
    private readonly int[] _consumed = new int[Keys];

    /// <summary>[audio] Removes all held notes.</summary>
    public void Clear()
    {
        _passed.AsSpan().Clear();
        _muted.AsSpan().Clear();
        _consumed.AsSpan().Clear();
    }

    /// <summary>[audio] Adds a held note. A pitch can be held several times.</summary>
    public void NoteOn(byte channel, Pitch pitch, NoteRoute route) => Counts(route)[Index(channel, pitch)]++;

    /// <summary>
    /// [audio] Removes a held note and returns its route. If a pitch is held several times, passed notes end first. A note-off without a
    /// note-on is passed.
    /// </summary>
    public NoteRoute NoteOff(byte channel, Pitch pitch)
    {
        var route = Find(channel, pitch);
        ref int held = ref Counts(route)[Index(channel, pitch)];
        held = Math.Max(held - 1, 0);
        return route;
    }

    /// <summary>
    /// [audio] The channel on which a pitch is held whose note-off comes on a channel: that channel, or the first other one if the pitch is
    /// not held there. Some controllers, and hosts that split or merge channels, end a note on another channel than they began it.
    /// </summary>
    public byte ChannelOf(byte channel, Pitch pitch)
    {
        byte held = 0;
        while (held < Channels && !IsHeld(held, pitch))
            held++;
        return held == Channels || IsHeld(channel, pitch) ? channel : held;
    }

    /// <summary>
    /// [audio] Ends a passed note of a channel, whose own note-off will then be muted; false if there is none. To be called until there is
    /// none.
    /// </summary>
    public bool TryEndPassed(byte channel, out Pitch pitch)
    {
        int first = Index(channel, default), key = first;
        while (key < first + Pitch.Count && _passed[key] == 0)
            key++;
        pitch = new((byte)(key % Pitch.Count));
        if (key == first + Pitch.Count)
            return false;
        _passed[key]--;
        _muted[key]++;
        return true;
    }

    /// <summary>[audio] The route of a held note; <see cref="NoteRoute.Passed"/> if the pitch is not held.</summary>
    public NoteRoute Find(byte channel, Pitch pitch)
    {
        int key = Index(channel, pitch);
        return _passed[key] > 0 || (_muted[key] | _consumed[key]) == 0
            ? NoteRoute.Passed
            : _muted[key] > 0 ? NoteRoute.Muted : NoteRoute.Consumed;
    }

    private bool IsHeld(byte channel, Pitch pitch)
    {
        int key = Index(channel, pitch);
        return (_passed[key] | _muted[key] | _consumed[key]) > 0;
    }

    private int[] Counts(NoteRoute route) => route switch { NoteRoute.Passed => _passed, NoteRoute.Muted => _muted, _ => _consumed };

    private static int Index(byte channel, Pitch pitch) => (channel * Pitch.Count) + pitch.Number;
}
