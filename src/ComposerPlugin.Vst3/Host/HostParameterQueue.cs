namespace ComposerPlugin.Vst3;

/// <summary>[audio] The values of one parameter in one block (IParamValueQueue). Valid during the process call; may be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostParameterQueue(nint pointer)
{
    // Safe: the host keeps the object until the process call returns.
    private readonly ParameterQueueTable** _self = (ParameterQueueTable**)pointer;

    /// <summary>Whether there is no queue.</summary>
    public bool IsNull => _self == null;

    /// <summary>The id of the parameter; <see cref="uint.MaxValue"/> without a queue.</summary>
    public uint Id => IsNull ? uint.MaxValue : (*_self)->GetParameterId(_self);

    /// <summary>The number of values.</summary>
    public int Count => IsNull ? 0 : Math.Max(0, (*_self)->GetPointCount(_self));

    /// <summary>Reads a value; false if there is none at the index.</summary>
    /// <param name="index">The index, below <see cref="Count"/>.</param>
    /// <param name="sampleOffset">The position in sample frames from the start of the block, not checked.</param>
    /// <param name="normalized">The normalized value, not checked.</param>
    public bool TryGet(int index, out int sampleOffset, out double normalized)
    {
        int offset = 0;
        double value = 0;
        bool found = !IsNull && (*_self)->GetPoint(_self, index, &offset, &value) == Result.Ok;
        (sampleOffset, normalized) = (offset, value);
        return found;
    }

    /// <summary>Adds a value to an output queue; false if the host did not accept it.</summary>
    public bool TryAdd(int sampleOffset, double normalized)
    {
        int index = 0;
        return !IsNull && (*_self)->AddPoint(_self, sampleOffset, normalized, &index) == Result.Ok;
    }
}
