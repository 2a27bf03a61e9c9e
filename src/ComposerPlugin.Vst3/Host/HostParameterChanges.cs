namespace ComposerPlugin.Vst3;

/// <summary>[audio] The parameters that change in one block (IParameterChanges). Valid during the process call; may be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostParameterChanges(nint pointer)
{
    // Safe: the host keeps the object until the process call returns.
    private readonly ParameterChangesTable** _self = (ParameterChangesTable**)pointer;

    /// <summary>Whether the host gave no list.</summary>
    public bool IsNull => _self == null;

    /// <summary>The number of parameters that change.</summary>
    public int Count => IsNull ? 0 : Math.Max(0, (*_self)->GetParameterCount(_self));

    /// <summary>The changes of one parameter; null if there are none at the index.</summary>
    public HostParameterQueue this[int index] => new(IsNull ? 0 : (nint)(*_self)->GetParameterData(_self, index));

    /// <summary>Adds a parameter to an output list; the queue is null if the host did not accept it.</summary>
    public HostParameterQueue Add(uint id)
    {
        int index = 0;
        return new(IsNull ? 0 : (nint)(*_self)->AddParameterData(_self, &id, &index));
    }
}
