using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[audio] The changes of controls in one block, by frame. What the host's queues give beyond its room is left out, oldest points first in.</summary>
public sealed class BlockChanges
{
    private const int Capacity = 512;

    private readonly ParameterChange[] _changes = new ParameterChange[Capacity];
    private int _count;
    private int _taken;

    /// <summary>[audio] Reads the host's changes for a block.</summary>
    public void Read(HostParameterChanges host, int frames)
    {
        _count = _taken = 0;
        for (int i = 0, queues = host.Count; i < queues; i++)
        {
            var queue = host[i];
            int index = Parameters.IndexOf(queue.Id);
            for (int point = 0, points = index < 0 ? 0 : queue.Count; point < points; point++)
            {
                if (queue.TryGet(point, out int frame, out double normalized))
                    Insert(new(index, normalized, Math.Clamp(frame, 0, Math.Max(frames - 1, 0))));
            }
        }
    }

    /// <summary>[audio] Takes the next change that comes no later than a frame.</summary>
    public bool TryTake(int frame, out ParameterChange change)
    {
        bool taken = _taken < _count && _changes[_taken].Frame <= frame;
        change = taken ? _changes[_taken++] : default;
        return taken;
    }

    private void Insert(in ParameterChange change)
    {
        if (_count == Capacity)
            return;
        int at = _count++;
        for (; at > 0 && _changes[at - 1].Frame > change.Frame; at--)
            _changes[at] = _changes[at - 1];
        _changes[at] = change;
    }
}
