using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>Parameter changes of one block (IParameterChanges). Queues are reused, so it allocates only when it grows.</summary>
public sealed unsafe class ParameterChangesObject : HostObject
{
    private static readonly ParameterChangesTable* _table = TableMemory.Keep(typeof(ParameterChangesObject), new ParameterChangesTable
    {
        Unknown = Unknown,
        GetParameterCount = &GetParameterCount,
        GetParameterData = &GetParameterData,
        AddParameterData = &AddParameterData,
    });

    private readonly List<ParameterQueueObject> _queues = [];

    /// <summary>No changes.</summary>
    public ParameterChangesObject()
    {
        Pointer = Offer(InterfaceIds.ParameterChanges, _table);
        for (int i = 0; i < 32; i++)
            _queues.Add(new());
    }

    /// <summary>Number of parameters that change.</summary>
    public int Count { get; private set; }

    /// <summary>The parameters that change, in the order in which they were added.</summary>
    public IReadOnlyList<uint> Ids => [.. _queues.Take(Count).Select(queue => queue.Id)];

    internal void* Pointer { get; }

    /// <summary>The changes of the parameter at an index.</summary>
    public ParameterQueueObject this[int index] => _queues[index];

    /// <summary>Adds a value of a parameter at a sample offset.</summary>
    public void Add(uint id, int sampleOffset, double normalized) => _queues[Find(id)].Add(sampleOffset, normalized);

    /// <summary>Removes all.</summary>
    public void Clear() => Count = 0;

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var queue in _queues)
            queue.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Find(uint id)
    {
        for (int i = 0; i < Count; i++)
            if (_queues[i].Id == id)
                return i;
        if (Count == _queues.Count)
            _queues.Add(new());
        _queues[Count].Begin(id);
        return Count++;
    }

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => Of<ParameterChangesObject>(self).Count;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index)
    {
        var changes = Of<ParameterChangesObject>(self);
        return index < 0 || index >= changes.Count ? null : changes._queues[index].Pointer;
    }

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index)
    {
        var changes = Of<ParameterChangesObject>(self);
        *index = changes.Find(*id);
        return changes._queues[*index].Pointer;
    }
}
