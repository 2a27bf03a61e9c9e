namespace ComposerPlugin.Vst3;

/// <summary>
/// The classes of a module, and the native factory object for hosts. The native object is never freed, because some hosts use it after they
/// have released their references.
/// </summary>
public sealed unsafe class PluginFactory
{
    private readonly NativeFactory* _native;

    /// <summary>[any] Creates a factory.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="url">The vendor's web site.</param>
    /// <param name="email">The vendor's contact address.</param>
    /// <param name="classes">The classes, in the order of the host's list.</param>
    public PluginFactory(string vendor, string url, string email, IReadOnlyList<PluginClass> classes)
    {
        (Vendor, Url, Email, Classes) = (vendor, url, email, classes);
        _native = NativeFactory.Create(this);
    }

    /// <summary>The vendor.</summary>
    public string Vendor { get; }

    /// <summary>The vendor's web site.</summary>
    public string Url { get; }

    /// <summary>The vendor's contact address.</summary>
    public string Email { get; }

    /// <summary>The classes.</summary>
    public IReadOnlyList<PluginClass> Classes { get; }

    /// <summary>[any] Adds a reference and returns the native factory, for the exported function GetPluginFactory.</summary>
    public nint Share()
    {
        _native->AddRef();
        return (nint)_native;
    }
}
