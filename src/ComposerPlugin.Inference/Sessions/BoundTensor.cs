using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// A tensor that a graph reads or writes in place. The array is on the pinned heap and contains no references, so that a run neither
/// copies nor allocates.
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
