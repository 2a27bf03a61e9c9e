namespace ComposerPlugin.Inference;

/// <summary>
/// What one transformer model has read: the keys and values of its steps, [steps, layers, heads, size]. All memory is made in the constructor and then only
/// written to from the front, so that the system gives room for it as the window fills.
/// </summary>
/// <param name="shape">Of the model.</param>
/// <param name="steps">How many it can hold.</param>
internal sealed class CachedContext(TransformerShape shape, int steps)
{
    private readonly float[] _keys = GC.AllocateUninitializedArray<float>(checked(steps * shape.StepLength));
    private readonly float[] _values = GC.AllocateUninitializedArray<float>(checked(steps * shape.StepLength));

    /// <summary>How many steps it holds. The first ones stay when there are to be fewer.</summary>
    public int Count { get; set; }

    /// <summary>The keys of all steps.</summary>
    public ReadOnlySpan<float> Keys => _keys;

    /// <summary>The values of all steps.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Takes one step more out of where a run wrote it.</summary>
    public void Append(KeyValueCache keys, KeyValueCache values)
    {
        int begin = Count++ * shape.StepLength;
        keys.CopyLast(Count, _keys.AsSpan(begin, shape.StepLength));
        values.CopyLast(Count, _values.AsSpan(begin, shape.StepLength));
    }
}
