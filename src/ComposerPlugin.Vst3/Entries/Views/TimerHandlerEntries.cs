using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Linux::ITimerHandler.</summary>
internal static unsafe class TimerHandlerEntries
{
    public static readonly TimerHandlerTable* Table = TableMemory.Keep(typeof(TimerHandlerEntries), new TimerHandlerTable
    {
        Unknown = ViewUnknownEntries.Table,
        OnTimer = &OnTimer,
    });

    // Safe: the host passes a cell of a view whose memory is not freed.
    [UnmanagedCallersOnly]
    private static void OnTimer(void* self)
    {
        try
        {
            NativeView.Binding(self).Tick();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
        }
    }
}
