using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IPluginBase, the base of IComponent and IEditController.</summary>
internal static unsafe class PluginBaseEntries
{
    public static PluginBaseTable Table => new()
    {
        Unknown = UnknownEntries.Table,
        Initialize = &Initialize,
        Terminate = &Terminate,
    };

    // Safe: the host passes a cell of a living instance; the context is an interface pointer or null.

    [UnmanagedCallersOnly]
    private static int Initialize(void* self, void* context)
    {
        try
        {
            NativeInstance.Binding(self).Initialize(context);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int Terminate(void* self)
    {
        try
        {
            NativeInstance.Binding(self).Terminate();
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }
}
