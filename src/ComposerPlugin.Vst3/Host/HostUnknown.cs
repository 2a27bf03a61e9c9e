namespace ComposerPlugin.Vst3;

/// <summary>[any] The functions of FUnknown for host objects; null pointers are allowed.</summary>
internal static unsafe class HostUnknown
{
    // Safe, for all three: a non-null interface pointer of the host points to its table; the caller holds a reference or is inside
    // the call that passed the pointer.

    public static void AddRef(void* self)
    {
        if (self != null)
            (*(UnknownTable**)self)->AddRef(self);
    }

    public static void Release(void* self)
    {
        if (self != null)
            (*(UnknownTable**)self)->Release(self);
    }

    /// <summary>Another interface of the object with a new reference, or null.</summary>
    public static void* QueryInterface(void* self, Uid id)
    {
        if (self == null)
            return null;
        byte* bytes = stackalloc byte[Uid.Size];
        id.Write(new Span<byte>(bytes, Uid.Size));
        void* other = null;
        return (*(UnknownTable**)self)->QueryInterface(self, bytes, &other) == Result.Ok ? other : null;
    }
}
