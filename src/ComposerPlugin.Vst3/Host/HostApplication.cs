namespace ComposerPlugin.Vst3;

/// <summary>
/// [main] The host (IHostApplication). The layer holds the reference; valid until Terminate has returned. May be null.
/// </summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostApplication(nint pointer)
{
    // Safe: the layer keeps a reference from Initialize until after Terminate.
    private readonly HostApplicationTable** _self = (HostApplicationTable**)pointer;

    /// <summary>Whether the host gave no IHostApplication.</summary>
    public bool IsNull => _self == null;

    /// <summary>The host's name, or an empty string.</summary>
    public string Name
    {
        get
        {
            Utf16Text128 name = default;
            return !IsNull && (*_self)->GetName(_self, (char*)&name) == Result.Ok ? name.ToString() : "";
        }
    }

    internal void* Pointer => _self;
}
