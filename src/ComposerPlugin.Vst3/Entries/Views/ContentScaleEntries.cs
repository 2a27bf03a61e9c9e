using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IPlugViewContentScaleSupport.</summary>
internal static unsafe class ContentScaleEntries
{
    private const float Least = 0.25f, Most = 8;

    public static readonly ContentScaleTable* Table = TableMemory.Keep(typeof(ContentScaleEntries), new ContentScaleTable
    {
        Unknown = ViewUnknownEntries.Table,
        SetContentScaleFactor = &SetContentScaleFactor,
    });

    // Safe: the host passes a cell of a living view.
    [UnmanagedCallersOnly]
    private static int SetContentScaleFactor(void* self, float factor)
    {
        try
        {
            // Not a number is refused too.
            if (factor is not (>= Least and <= Most))
                return Result.InvalidArgument;
            NativeView.Binding(self).Rescale(factor);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }
}
