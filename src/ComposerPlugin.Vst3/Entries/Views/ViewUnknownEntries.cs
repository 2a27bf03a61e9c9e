using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>FUnknown of every interface of a view and of its handlers.</summary>
internal static unsafe class ViewUnknownEntries
{
    public static UnknownTable Table => new()
    {
        QueryInterface = &QueryInterface,
        AddRef = &AddRef,
        Release = &Release,
    };

    // Safe: the host passes a cell of a living view, and for QueryInterface 16 bytes of id and an output pointer.

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
            *answer = ((ViewCell*)self)->Owner->QueryInterface((ViewCell*)self, Uid.Read(new(id, Uid.Size)));
            return *answer == null ? Result.NoInterface : Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => ((ViewCell*)self)->Owner->AddRef((ViewCell*)self);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => ((ViewCell*)self)->Owner->Release((ViewCell*)self);
}
