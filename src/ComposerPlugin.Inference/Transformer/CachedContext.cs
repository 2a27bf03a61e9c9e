namespace ComposerPlugin.Inference;

/// <summary>
/// The context of one transformer model: the keys and values of its steps, [steps, layers, heads, size]. Allocated once, uninitialized, and
/// written from the front, so that the system commits its pages only as the window fills.
/// </summary>
/// <param name="shape">The model's shape.</param>
/// <param name="steps">The capacity in steps.</param>
internal sealed class CachedContext(TransformerShape shape, int steps)
{
    private readonly float[] _keys = GC.AllocateUninitializedArray<float>(checked(steps * shape.StepLength));
    private readonly float[] _values = GC.AllocateUninitializedArray<float>(checked(steps * shape.StepLength));

    /// <summary>The number of steps. Decreasing it drops the newest ones.</summary>
    public int Count { get; set; }

    /// <summary>The keys, [steps, layers, heads, size].</summary>
    public ReadOnlySpan<float> Keys => _keys;

    /// <summary>The values, [steps, layers, heads, size].</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Appends the last step of a run's output.</summary>
    public void Append(KeyValueCache keys, KeyValueCache values)
    {
        int begin = Count++ * shape.StepLength;
        keys.CopyLast(Count, _keys.AsSpan(begin, shape.StepLength));
        values.CopyLast(Count, _values.AsSpan(begin, shape.StepLength));
    }
}
