using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IProcessContextRequirements.</summary>
internal static unsafe class ContextRequirementsEntries
{
    public static readonly ContextRequirementsTable* Table = TableMemory.Keep(
        typeof(ContextRequirementsEntries),
        new ContextRequirementsTable
        {
            Unknown = UnknownEntries.Table,
            GetProcessContextRequirements = &GetProcessContextRequirements,
        });

    // Safe: the host passes a cell of a living instance.
    [UnmanagedCallersOnly]
    private static uint GetProcessContextRequirements(void* self)
    {
        try
        {
            return (uint)NativeInstance.Binding(self).Processor.ContextRequirements;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }
}
