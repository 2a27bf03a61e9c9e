using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// The keys, or the values, that a transformer's graph reads and writes: [1, layers, heads, steps, size]. Two buffers take turns: an even number
/// of steps lies in one, an odd number in the other, so that a run reads the one and writes one step more into the other. A view of
/// each number of steps is made beforehand.
/// </summary>
internal sealed class KeyValueCache : IDisposable
{
    private readonly float[][] _buffers;
    private readonly OrtValue[] _views;
    private readonly int _blocks;
    private readonly int _size;

    /// <param name="name">"k" or "v".</param>
    /// <param name="shape">Of the model.</param>
    /// <param name="steps">How many it can hold.</param>
    public KeyValueCache(string name, TransformerShape shape, int steps)
    {
        (Past, Present) = ("past." + name, "present." + name);
        (_blocks, _size) = (shape.Layers * shape.Heads, shape.Size);
        int length = checked(steps * shape.StepLength);
        _buffers = [GC.AllocateArray<float>(length, pinned: true), GC.AllocateArray<float>(length, pinned: true)];
        _views = new OrtValue[steps + 1];
        for (int count = 0; count <= steps; count++)
            _views[count] = OrtValue.CreateTensorValueFromMemory(_buffers[count % 2], [1, shape.Layers, shape.Heads, count, shape.Size]);
    }

    /// <summary>The graph's input.</summary>
    public string Past { get; }

    /// <summary>The graph's output.</summary>
    public string Present { get; }

    /// <summary>The first so many steps.</summary>
    public OrtValue this[int count] => _views[count];

    /// <summary>Puts steps into the view of their number.</summary>
    /// <param name="steps">The steps, one after the other: [steps, layers, heads, size].</param>
    /// <param name="count">How many.</param>
    public void Load(ReadOnlySpan<float> steps, int count)
    {
        var buffer = _buffers[count % 2].AsSpan();
        for (int step = 0, from = 0; step < count; step++)
        {
            for (int block = 0; block < _blocks; block++, from += _size)
                steps.Slice(from, _size).CopyTo(buffer[(((block * count) + step) * _size)..]);
        }
    }

    /// <summary>Copies the last step of a view: [layers, heads, size].</summary>
    /// <param name="count">How many steps the view has.</param>
    /// <param name="step">Where to.</param>
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
