using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>
/// The keys, or the values, of the steps that a transformer has read: [1, layers, heads, steps, size]. Two buffers take turns: an even number
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
        int length = checked(_blocks * steps * _size);
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

    /// <summary>Forgets all but the first steps.</summary>
    /// <param name="count">How many it holds.</param>
    /// <param name="kept">How many it shall hold.</param>
    public void Truncate(int count, int kept)
    {
        if (count == kept)
            return;
        float[] from = _buffers[count % 2], to = _buffers[kept % 2];
        // In one buffer each block moves towards the beginning, over places that have been read.
        for (int block = 0; block < _blocks; block++)
            from.AsSpan(block * count * _size, kept * _size).CopyTo(to.AsSpan(block * kept * _size));
    }

    public void Dispose()
    {
        foreach (var view in _views)
            view.Dispose();
    }
}
