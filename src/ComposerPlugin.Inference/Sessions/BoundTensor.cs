using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Numbers that a graph reads or writes in place. The array never moves (it is pinned from birth) and holds nothing for the
/// garbage collector to follow, so a run copies nothing and leaves no garbage.
/// </summary>
internal sealed class BoundTensor<T> : IDisposable
    where T : unmanaged
{
    private readonly T[] _values;

    public BoundTensor(params long[] shape)
    {
        long count = 1;
        foreach (long size in shape)
            count = checked(count * size);
        _values = GC.AllocateArray<T>(checked((int)count), pinned: true);
        Value = OrtValue.CreateTensorValueFromMemory(_values, shape);
    }

    public Span<T> Values => _values;

    public OrtValue Value { get; }

    public void Dispose() => Value.Dispose();
}
