using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// Values of one parameter in one block (IParamValueQueue), in the order of their offsets. It allocates only when it must grow.
/// </summary>
public sealed unsafe class ParameterQueueObject : HostObject
{
    private static readonly ParameterQueueTable* _table = TableMemory.Keep(typeof(ParameterQueueObject), new ParameterQueueTable
    {
        Unknown = Unknown,
        GetParameterId = &GetParameterId,
        GetPointCount = &GetPointCount,
        GetPoint = &GetPoint,
        AddPoint = &AddPoint,
    });

    private (int SampleOffset, double Normalized)[] _points = new (int, double)[64];

    internal ParameterQueueObject() => Pointer = Offer(InterfaceIds.ParameterQueue, _table);

    /// <summary>The parameter.</summary>
    public uint Id { get; private set; }

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    internal void* Pointer { get; }

    /// <summary>The value at an index.</summary>
    public (int SampleOffset, double Normalized) this[int index] => _points[index];

    internal void Begin(uint id) => (Id, Count) = (id, 0);

    /// <summary>Adds a value after all that have the same or an earlier offset. Returns its index.</summary>
    internal int Add(int sampleOffset, double normalized)
    {
        if (Count == _points.Length)
            Array.Resize(ref _points, 2 * Count);
        int index = Count++;
        for (; index > 0 && _points[index - 1].SampleOffset > sampleOffset; index--)
            _points[index] = _points[index - 1];
        _points[index] = (sampleOffset, normalized);
        return index;
    }

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => Of<ParameterQueueObject>(self).Id;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => Of<ParameterQueueObject>(self).Count;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* sampleOffset, double* normalized)
    {
        var queue = Of<ParameterQueueObject>(self);
        if (index < 0 || index >= queue.Count)
            return Result.InvalidArgument;
        (*sampleOffset, *normalized) = queue._points[index];
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int sampleOffset, double normalized, int* index)
    {
        *index = Of<ParameterQueueObject>(self).Add(sampleOffset, normalized);
        return Result.Ok;
    }
}
