using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>The host program as plugins see it (IHostApplication).</summary>
public sealed unsafe class ApplicationObject : HostObject
{
    private static readonly HostApplicationTable* _table = TableMemory.Keep(typeof(ApplicationObject), new HostApplicationTable
    {
        Unknown = Unknown,
        GetName = &GetName,
        CreateInstance = &CreateInstance,
    });

    /// <summary>A host with a name.</summary>
    public ApplicationObject(string name)
    {
        Name = name;
        Pointer = Offer(InterfaceIds.HostApplication, _table);
    }

    /// <summary>The name given to plugins.</summary>
    public string Name { get; }

    internal void* Pointer { get; }

    [UnmanagedCallersOnly]
    private static int GetName(void* self, char* name)
    {
        *(Utf16Text128*)name = Of<ApplicationObject>(self).Name;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, byte* classId, byte* interfaceId, void** answer)
    {
        *answer = null;
        return Result.NotImplemented;
    }
}
