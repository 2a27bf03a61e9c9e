using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IPluginBase, the head of component and controller.</summary>
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
            return Faults.Report(e);
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
            return Faults.Report(e);
        }
    }
}
