using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [audio] The changes of parameters and MIDI controllers in one block, ordered by frame. Changes beyond the capacity are dropped and
/// counted.
/// </summary>
public sealed class BlockChanges
{
    // More controllers than a reset of all sixteen channels moves at once.
    private const int MostMoved = 256;

    private readonly ParameterQueue _parameters = new(512);
    private readonly ParameterQueue _midi = new(1024);

    /// <summary>[audio] Reads the host's changes for a block.</summary>
    public void Read(HostParameterChanges host, int frames, Counters counters)
    {
        _parameters.Clear();
        _midi.Clear();
        bool isDump = IsDump(host);
        for (int i = 0, queues = host.Count; i < queues; i++)
        {
            var queue = host[i];
            int parameter = Parameters.IndexOf(queue.Id), controller = MidiControllers.IndexOf(queue.Id);
            for (int point = 0, points = parameter < 0 && controller < 0 ? 0 : queue.Count; point < points; point++)
            {
                if (!queue.TryGet(point, out int frame, out double normalized))
                    continue;
                frame = Math.Clamp(frame, 0, Math.Max(frames - 1, 0));
                if (isDump && parameter < 0 && frame == 0)
                    continue;
                bool added = parameter < 0
                    ? _midi.TryAdd(new(controller, normalized, frame))
                    : _parameters.TryAdd(new(parameter, normalized, frame));
                if (!added)
                    counters.CountDroppedEvent();
            }
        }
    }

    // A host that sends all values of all parameters, as at its start or after a state was loaded, moves no controller.
    private static bool IsDump(HostParameterChanges host)
    {
        int controllers = 0;
        for (int i = 0, queues = host.Count; i < queues && controllers <= MostMoved; i++)
            controllers += MidiControllers.IndexOf(host[i].Id) >= 0 ? 1 : 0;
        return controllers > MostMoved;
    }

    /// <summary>[audio] Takes the next change up to a frame; at the same frame, parameters come before MIDI controllers.</summary>
    /// <param name="frame">The last frame, inclusive.</param>
    /// <param name="change">The change, with the index of a parameter or of a controller.</param>
    /// <param name="isMidi">Whether it is one of <see cref="MidiControllers"/>.</param>
    public bool TryTake(int frame, out ParameterChange change, out bool isMidi)
    {
        isMidi = _midi.NextFrame < _parameters.NextFrame;
        var next = isMidi ? _midi : _parameters;
        bool taken = next.NextFrame <= frame;
        change = taken ? next.Take() : default;
        return taken;
    }
}
