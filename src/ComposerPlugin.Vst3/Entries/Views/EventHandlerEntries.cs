using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Linux::IEventHandler.</summary>
internal static unsafe class EventHandlerEntries
{
    public static readonly EventHandlerTable* Table = TableMemory.Keep(typeof(EventHandlerEntries), new EventHandlerTable
    {
        Unknown = ViewUnknownEntries.Table,
        OnFDIsSet = &OnFDIsSet,
    });

    // Safe: the host passes a cell of a view whose memory is not freed.
    [UnmanagedCallersOnly]
    private static void OnFDIsSet(void* self, int file)
    {
        try
        {
            NativeView.Binding(self).FileReady();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
        }
    }
}
