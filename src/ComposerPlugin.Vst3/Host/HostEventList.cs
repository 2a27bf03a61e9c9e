namespace ComposerPlugin.Vst3;

/// <summary>[audio] The events of one block (IEventList). Valid during the process call; may be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostEventList(nint pointer)
{
    // Safe: the host keeps the object until the process call returns.
    private readonly EventListTable** _self = (EventListTable**)pointer;

    /// <summary>Whether the host gave no list.</summary>
    public bool IsNull => _self == null;

    /// <summary>The number of events; 0 without a list.</summary>
    public int Count => IsNull ? 0 : Math.Max(0, (*_self)->GetEventCount(_self));

    /// <summary>Reads an event; false if there is none at the index.</summary>
    public bool TryGet(int index, out Event e)
    {
        e = default;
        if (IsNull)
            return false;
        fixed (Event* place = &e)
            return (*_self)->GetEvent(_self, index, place) == Result.Ok;
    }

    /// <summary>Adds an event; false if there is no list or the host did not accept it.</summary>
    public bool TryAdd(in Event e)
    {
        if (IsNull)
            return false;
        Event copy = e;
        return (*_self)->AddEvent(_self, &copy) == Result.Ok;
    }
}
