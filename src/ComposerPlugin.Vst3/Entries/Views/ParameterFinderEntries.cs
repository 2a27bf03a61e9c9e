using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IParameterFinder.</summary>
internal static unsafe class ParameterFinderEntries
{
    public static readonly ParameterFinderTable* Table = TableMemory.Keep(typeof(ParameterFinderEntries), new ParameterFinderTable
    {
        Unknown = ViewUnknownEntries.Table,
        FindParameter = &FindParameter,
    });

    // Safe: the host passes a cell of a living view and an output pointer.
    [UnmanagedCallersOnly]
    private static int FindParameter(void* self, int x, int y, uint* id)
    {
        try
        {
            if (id == null)
                return Result.InvalidArgument;
            if (NativeView.Binding(self).Finder is not { } finder || !finder.TryFindParameter(x, y, out uint found))
                return Result.False;
            *id = found;
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }
}
