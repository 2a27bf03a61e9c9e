using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[audio] The changes of controls and of MIDI controllers in one block. What the host's queues give beyond its room is left out and counted.</summary>
public sealed class BlockChanges
{
    private readonly ParameterQueue _controls = new(512);
    private readonly ParameterQueue _midi = new(1024);

    /// <summary>[audio] Reads the host's changes for a block.</summary>
    public void Read(HostParameterChanges host, int frames, Counters counters)
    {
        _controls.Clear();
        _midi.Clear();
        for (int i = 0, queues = host.Count; i < queues; i++)
        {
            var queue = host[i];
            int control = Parameters.IndexOf(queue.Id), controller = MidiControllers.IndexOf(queue.Id);
            for (int point = 0, points = control < 0 && controller < 0 ? 0 : queue.Count; point < points; point++)
            {
                if (!queue.TryGet(point, out int frame, out double normalized))
                    continue;
                frame = Math.Clamp(frame, 0, Math.Max(frames - 1, 0));
                if (!(control < 0 ? _midi.TryAdd(new(controller, normalized, frame)) : _controls.TryAdd(new(control, normalized, frame))))
                    counters.CountDroppedEvent();
            }
        }
    }

    /// <summary>[audio] Takes the next change that comes no later than a frame; at one frame those of controls come first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="change">The change; its index is that of a control or a controller.</param>
    /// <param name="isMidi">Whether it is one of <see cref="MidiControllers"/>.</param>
    public bool TryTake(int frame, out ParameterChange change, out bool isMidi)
    {
        isMidi = _midi.NextFrame < _controls.NextFrame;
        var next = isMidi ? _midi : _controls;
        bool taken = next.NextFrame <= frame;
        change = taken ? next.Take() : default;
        return taken;
    }
}
