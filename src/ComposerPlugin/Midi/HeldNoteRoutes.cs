using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[audio] Remembers of each key that is down what became of it, so that its release goes the same way, whatever the controls say by then.</summary>
public sealed class HeldNoteRoutes
{
    private const int Keys = 16 * Pitch.Count;

    private readonly int[] _passed = new int[Keys];
    private readonly int[] _muted = new int[Keys];
    private readonly int[] _taken = new int[Keys];

    /// <summary>[audio] Forgets all.</summary>
    public void Clear()
    {
        _passed.AsSpan().Clear();
        _muted.AsSpan().Clear();
        _taken.AsSpan().Clear();
    }

    /// <summary>[audio] A key goes down.</summary>
    public void Press(byte channel, Pitch pitch, NoteRoute use) => Of(use)[Index(channel, pitch)]++;

    /// <summary>[audio] A key comes up. Where several of one pitch are down, those that were passed on come up first; one that was never seen is passed on.</summary>
    public NoteRoute Release(byte channel, Pitch pitch)
    {
        var use = Find(channel, pitch);
        ref int down = ref Of(use)[Index(channel, pitch)];
        down = Math.Max(down - 1, 0);
        return use;
    }

    /// <summary>[audio] What became of a key that is down.</summary>
    public NoteRoute Find(byte channel, Pitch pitch)
    {
        int key = Index(channel, pitch);
        return _passed[key] > 0 || (_muted[key] | _taken[key]) == 0 ? NoteRoute.Passed : _muted[key] > 0 ? NoteRoute.Muted : NoteRoute.Consumed;
    }

    private int[] Of(NoteRoute use) => use switch { NoteRoute.Passed => _passed, NoteRoute.Muted => _muted, _ => _taken };

    private static int Index(byte channel, Pitch pitch) => (channel * Pitch.Count) + pitch.Number;
}
