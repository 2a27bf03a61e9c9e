using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IPluginFactory, IPluginFactory2 and IPluginFactory3.</summary>
internal static unsafe class PluginFactoryEntries
{
    public static readonly PluginFactoryTable* Table = TableMemory.Keep(typeof(PluginFactoryEntries), new PluginFactoryTable
    {
        Unknown = new() { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release },
        GetFactoryInfo = &GetFactoryInfo,
        CountClasses = &CountClasses,
        GetClassInfo = &GetClassInfo,
        CreateInstance = &CreateInstance,
        GetClassInfo2 = &GetClassInfo2,
        GetClassInfoUnicode = &GetClassInfoUnicode,
        SetHostContext = &SetHostContext,
    });

    // Safe, for all: the host passes the native factory, which is never freed; every other pointer is tested for null and used during the
    // call only; ids have 16 bytes and text fields the sizes of the structures.

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** answer)
    {
        try
        {
            if (answer == null)
                return Result.InvalidArgument;
            *answer = null;
            if (id == null)
                return Result.InvalidArgument;
            var wanted = Uid.Read(new(id, Uid.Size));
            if (wanted != InterfaceIds.Unknown && wanted != InterfaceIds.PluginFactory && wanted != InterfaceIds.PluginFactory2
                && wanted != InterfaceIds.PluginFactory3)
                return Result.NoInterface;
            ((NativeFactory*)self)->AddRef();
            *answer = self;
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => ((NativeFactory*)self)->AddRef();

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => ((NativeFactory*)self)->Release();

    [UnmanagedCallersOnly]
    private static int GetFactoryInfo(void* self, FactoryInfo* info)
    {
        try
        {
            if (info == null)
                return Result.InvalidArgument;
            var factory = NativeFactory.Managed(self);
            Text.CopyTo(factory.Vendor, new Span<byte>(info->Vendor, 64));
            Text.CopyTo(factory.Url, new Span<byte>(info->Url, 256));
            Text.CopyTo(factory.Email, new Span<byte>(info->Email, 128));
            info->Flags = FactoryInfo.Unicode;
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int CountClasses(void* self)
    {
        try
        {
            return NativeFactory.Managed(self).Classes.Count;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfo(void* self, int index, ClassInfo* info)
    {
        try
        {
            if (info == null || Find(self, index) is not { } found)
                return Result.InvalidArgument;
            found.Id.Write(new(info->Id, Uid.Size));
            info->Cardinality = ClassInfo.ManyInstances;
            Text.CopyTo(found.Category, new Span<byte>(info->Category, 32));
            Text.CopyTo(found.Name, new Span<byte>(info->Name, 64));
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfo2(void* self, int index, ClassInfo2* info)
    {
        try
        {
            return Fill(self, index, info, unicode: false);
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfoUnicode(void* self, int index, ClassInfoUnicode* info)
    {
        try
        {
            return Fill(self, index, info, unicode: true);
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, byte* classId, byte* interfaceId, void** answer)
    {
        try
        {
            if (answer == null)
                return Result.InvalidArgument;
            *answer = null;
            if (classId == null || interfaceId == null)
                return Result.InvalidArgument;
            var id = Uid.Read(new(classId, Uid.Size));
            if (NativeFactory.Managed(self).Classes.FirstOrDefault(candidate => candidate.Id == id) is not { } found)
                return Result.NoInterface;
            var instance = NativeInstance.Create(found.Create());
            *answer = instance->QueryInterface(Uid.Read(new(interfaceId, Uid.Size)));
            instance->Release();
            return *answer == null ? Result.NoInterface : Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // Each instance receives the host in Initialize.
    [UnmanagedCallersOnly]
    private static int SetHostContext(void* self, void* context) => Result.Ok;

    // ClassInfo2 and ClassInfoUnicode differ only in the characters of name, vendor and versions, 64 each.
    private static int Fill(void* self, int index, void* info, bool unicode)
    {
        if (info == null || Find(self, index) is not { } found)
            return Result.InvalidArgument;
        var ascii = (ClassInfo2*)info;
        var wide = (ClassInfoUnicode*)info;
        found.Id.Write(new(ascii->Id, Uid.Size));
        ascii->Cardinality = ClassInfo.ManyInstances;
        Text.CopyTo(found.Category, new Span<byte>(ascii->Category, 32));
        Copy(found.Name, ascii->Name, wide->Name, unicode);
        *(unicode ? &wide->Flags : &ascii->Flags) = 0;
        Text.CopyTo(found.Subcategories, new Span<byte>(unicode ? wide->Subcategories : ascii->Subcategories, 128));
        Copy(Vendor(self, found), ascii->Vendor, wide->Vendor, unicode);
        Copy(found.Version, ascii->Version, wide->Version, unicode);
        Copy(PluginClass.SdkVersion, ascii->SdkVersion, wide->SdkVersion, unicode);
        return Result.Ok;
    }

    private static void Copy(string text, byte* ascii, char* wide, bool unicode)
    {
        if (unicode)
            Text.CopyTo(text, new Span<char>(wide, 64));
        else
            Text.CopyTo(text, new Span<byte>(ascii, 64));
    }

    private static PluginClass? Find(void* self, int index)
    {
        var classes = NativeFactory.Managed(self).Classes;
        return index >= 0 && index < classes.Count ? classes[index] : null;
    }

    private static string Vendor(void* self, PluginClass found) =>
        found.Vendor.Length > 0 ? found.Vendor : NativeFactory.Managed(self).Vendor;
}
