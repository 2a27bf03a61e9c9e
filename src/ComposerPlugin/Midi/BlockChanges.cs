using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [audio] The changes of parameters and MIDI controllers in one block, ordered by frame. This is the door for what a host sends: values
/// are 0 to 1, frames are inside the block, and the last value of each parameter and controller is always taken. Where there are more points
/// than room, those before the last are left out.
/// </summary>
public sealed class BlockChanges
{
    // Beyond these numbers a host is not believed.
    private const int MostQueues = 8192, MostPoints = 8192;

    private readonly ParameterQueue _parameters = new(2048);
    private readonly ParameterQueue _midi = new(4096 + MidiControllers.Count);

    /// <summary>[audio] Reads the host's changes for a block.</summary>
    public void Read(HostParameterChanges host, int frames, Counters counters)
    {
        _parameters.Clear();
        _midi.Clear();
        int last = Math.Max(frames - 1, 0);
        for (int i = 0, queues = Math.Min(host.Count, MostQueues); i < queues; i++)
        {
            var queue = host[i];
            int parameter = Parameters.IndexOf(queue.Id), controller = MidiControllers.IndexOf(queue.Id);
            if (parameter >= 0)
                Read(queue, parameter, _parameters, Parameters.All.Count, last);
            else if (controller >= 0 && !Read(queue, controller, _midi, MidiControllers.Count, last))
                counters.CountDroppedEvent();
        }
        _parameters.Sort();
        _midi.Sort();
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

    // Every point but the last leaves room for the last points of all others; false if any was left out.
    private static bool Read(HostParameterQueue queue, int index, ParameterQueue changes, int others, int lastFrame)
    {
        bool hasLast = false, isWhole = true;
        ParameterChange held = default;
        int points = queue.Count;
        for (int point = 0; point < points; point++)
        {
            if (point == MostPoints)
            {
                point = points - 1;
                isWhole = false;
            }
            if (!queue.TryGet(point, out int frame, out double normalized))
                continue;
            if (hasLast)
                isWhole &= changes.TryAdd(held, others);
            (held, hasLast) = (new(index, Clamp(normalized), Math.Clamp(frame, 0, lastFrame)), true);
        }
        if (hasLast)
            changes.AddLast(held);
        return isWhole;
    }

    // Also for values that are no numbers.
    private static double Clamp(double normalized) => normalized >= 0 ? Math.Min(normalized, 1) : 0;
}
