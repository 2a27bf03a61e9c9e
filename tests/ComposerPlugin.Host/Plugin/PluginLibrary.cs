using System.Diagnostics;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>A plugin library as a host sees it: a list of classes from which plugins are created.</summary>
public sealed unsafe class PluginLibrary : IDisposable
{
    private readonly NativeModule? _module;
    private readonly PluginFactoryTable** _factory;

    private PluginLibrary(NativeModule? module, nint factory)
    {
        _module = module;
        _factory = (PluginFactoryTable**)factory;
        FactoryInfo info;
        (*_factory)->GetFactoryInfo(_factory, &info);
        Vendor = Text.From(new ReadOnlySpan<byte>(info.Vendor, 64));
        Classes = ReadClasses();
    }

    /// <summary>The library's vendor.</summary>
    public string Vendor { get; }

    /// <summary>The classes, in the library's order.</summary>
    public IReadOnlyList<HostedClass> Classes { get; }

    /// <summary>The native factory.</summary>
    internal void* Factory => _factory;

    /// <summary>How long loading took; zero for a factory in this process.</summary>
    public LoadTimes LoadTimes { get; private set; }

    /// <summary>Loads a bundle "NAME.vst3" or a plain library, and lists its classes.</summary>
    public static PluginLibrary Load(string path)
    {
        long begin = Stopwatch.GetTimestamp();
        var module = new NativeModule(path);
        try
        {
            long opened = Stopwatch.GetTimestamp();
            module.Enter();
            long entered = Stopwatch.GetTimestamp();
            nint factory = module.GetFactory();
            long found = Stopwatch.GetTimestamp();
            var library = new PluginLibrary(module, factory);
            library.LoadTimes = new(
                Stopwatch.GetElapsedTime(begin, opened), Stopwatch.GetElapsedTime(opened, entered),
                Stopwatch.GetElapsedTime(entered, found), Stopwatch.GetElapsedTime(found));
            return library;
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <summary>Hosts a plugin from a factory in this process. Takes over one reference to its native factory.</summary>
    public static PluginLibrary FromFactory(nint factory) => new(null, factory);

    /// <summary>Creates and initializes a plugin.</summary>
    /// <param name="className">Name of the class, as listed.</param>
    /// <param name="hostName">The host's name.</param>
    public HostedPlugin Create(string className, string hostName = "Test Host")
    {
        var found = Classes.FirstOrDefault(candidate => candidate.Name == className)
            ?? throw new ArgumentException(
                $"There is no class \"{className}\"; there are: {string.Join(", ", Classes.Select(c => c.Name))}.", nameof(className));
        byte* classId = stackalloc byte[Uid.Size], interfaceId = stackalloc byte[Uid.Size];
        found.Id.Write(new(classId, Uid.Size));
        InterfaceIds.Component.Write(new(interfaceId, Uid.Size));
        void* component = null;
        int result = (*_factory)->CreateInstance(_factory, classId, interfaceId, &component);
        return result == Result.Ok && component != null
            ? new HostedPlugin(found, component, hostName)
            : throw new InvalidOperationException($"The class \"{className}\" could not be made; createInstance returned {result}.");
    }

    /// <summary>The address of a function that the library exports besides those of VST3.</summary>
    public nint Export(string name) =>
        _module?.Export(name) ?? throw new InvalidOperationException("A factory in this process exports nothing.");

    /// <summary>Releases the factory and unloads the library. Dispose all its plugins first.</summary>
    public void Dispose()
    {
        (*_factory)->Unknown.Release(_factory);
        _module?.Dispose();
    }

    private List<HostedClass> ReadClasses()
    {
        var classes = new List<HostedClass>();
        int count = (*_factory)->CountClasses(_factory);
        for (int index = 0; index < count; index++)
        {
            ClassInfo2 info;
            if ((*_factory)->GetClassInfo2(_factory, index, &info) != Result.Ok)
                throw new InvalidOperationException($"The factory counts {count} classes but does not describe number {index}.");
            classes.Add(new(
                Uid.Read(new(info.Id, Uid.Size)),
                Text.From(new ReadOnlySpan<byte>(info.Name, 64)),
                Text.From(new ReadOnlySpan<byte>(info.Category, 32)),
                Text.From(new ReadOnlySpan<byte>(info.Subcategories, 128)),
                Text.From(new ReadOnlySpan<byte>(info.Vendor, 64)),
                Text.From(new ReadOnlySpan<byte>(info.Version, 64)),
                Text.From(new ReadOnlySpan<byte>(info.SdkVersion, 64))));
        }
        return classes;
    }
}
