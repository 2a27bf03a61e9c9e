using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// The keys or the values that a transformer's graph reads and writes, [1, layers, heads, steps, size]. Two buffers alternate: one holds
/// even numbers of steps, the other odd numbers, so that a run reads one and writes one more step to the other. Tensors for all numbers
/// of steps are created in the constructor.
/// </summary>
internal sealed class KeyValueCache : IDisposable
{
    private readonly float[][] _buffers;
    private readonly OrtValue[] _views;
    private readonly int _blocks;
    private readonly int _size;

    /// <param name="name"><see cref="GraphPorts.Keys"/> or <see cref="GraphPorts.Values"/>.</param>
    /// <param name="shape">The model's shape.</param>
    /// <param name="steps">The capacity in steps.</param>
    public KeyValueCache(string name, TransformerShape shape, int steps)
    {
        (Past, Present) = (GraphPorts.Past + name, GraphPorts.Present + name);
        (_blocks, _size) = (shape.Layers * shape.Heads, shape.Size);
        int length = checked(steps * shape.StepLength);
        _buffers = [GC.AllocateArray<float>(length, pinned: true), GC.AllocateArray<float>(length, pinned: true)];
        _views = new OrtValue[steps + 1];
        for (int count = 0; count <= steps; count++)
            _views[count] = OrtValue.CreateTensorValueFromMemory(_buffers[count % 2], [1, shape.Layers, shape.Heads, count, shape.Size]);
    }

    /// <summary>The name of the graph's input.</summary>
    public string Past { get; }

    /// <summary>The name of the graph's output.</summary>
    public string Present { get; }

    /// <summary>The tensor for a number of steps.</summary>
    public OrtValue this[int count] => _views[count];

    /// <summary>Copies steps into the tensor for their number.</summary>
    /// <param name="steps">The steps, [steps, layers, heads, size].</param>
    /// <param name="count">The number of steps.</param>
    public void Load(ReadOnlySpan<float> steps, int count)
    {
        var buffer = _buffers[count % 2].AsSpan();
        for (int step = 0, from = 0; step < count; step++)
        {
            for (int block = 0; block < _blocks; block++, from += _size)
                steps.Slice(from, _size).CopyTo(buffer[(((block * count) + step) * _size)..]);
        }
    }

    /// <summary>Copies the last step of a tensor.</summary>
    /// <param name="count">The number of steps in the tensor.</param>
    /// <param name="step">Output, [layers, heads, size].</param>
    public void CopyLast(int count, Span<float> step)
    {
        var buffer = _buffers[count % 2].AsSpan();
        for (int block = 0; block < _blocks; block++)
            buffer.Slice(((block * count) + count - 1) * _size, _size).CopyTo(step[(block * _size)..]);
    }

    public void Dispose()
    {
        foreach (var view in _views)
            view.Dispose();
    }
}
