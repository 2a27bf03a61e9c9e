namespace ComposerPlugin.Vst3;

/// <summary>
/// The list of classes that a module offers, and the native object through which hosts read it. The native object lives as long as the
/// process: hosts keep and use it longer than their references say.
/// </summary>
public sealed unsafe class PluginFactory
{
    private readonly NativeFactory* _native;

    /// <summary>[any] Makes a factory.</summary>
    /// <param name="vendor">Who made the plugin.</param>
    /// <param name="url">Where to read about it.</param>
    /// <param name="email">Whom to ask.</param>
    /// <param name="classes">The classes, in the order in which hosts list them.</param>
    public PluginFactory(string vendor, string url, string email, IReadOnlyList<PluginClass> classes)
    {
        (Vendor, Url, Email, Classes) = (vendor, url, email, classes);
        _native = NativeFactory.Create(this);
    }

    /// <summary>Who made the plugin.</summary>
    public string Vendor { get; }

    /// <summary>Where to read about it.</summary>
    public string Url { get; }

    /// <summary>Whom to ask.</summary>
    public string Email { get; }

    /// <summary>The classes.</summary>
    public IReadOnlyList<PluginClass> Classes { get; }

    /// <summary>[any] A new reference to the native factory, as the exported function GetPluginFactory returns it.</summary>
    public nint Share()
    {
        _native->AddRef();
        return (nint)_native;
    }
}
