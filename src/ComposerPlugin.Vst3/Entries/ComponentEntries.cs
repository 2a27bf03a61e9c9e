using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IComponent.</summary>
internal static unsafe class ComponentEntries
{
    public static readonly ComponentTable* Table = TableMemory.Keep(typeof(ComponentEntries), new ComponentTable
    {
        PluginBase = PluginBaseEntries.Table,
        GetControllerClassId = &GetControllerClassId,
        SetIoMode = &SetIoMode,
        GetBusCount = &GetBusCount,
        GetBusInfo = &GetBusInfo,
        GetRoutingInfo = &GetRoutingInfo,
        ActivateBus = &ActivateBus,
        SetActive = &SetActive,
        SetState = &SetState,
        GetState = &GetState,
    });

    // Safe, for all: the host passes a cell of a living instance; every other pointer is tested for null and used during the call only.

    // Component and controller are one object, so that there is no separate controller class.
    [UnmanagedCallersOnly]
    private static int GetControllerClassId(void* self, byte* id) => id == null ? Result.InvalidArgument : Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int SetIoMode(void* self, int mode) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetBusCount(void* self, int media, int direction)
    {
        try
        {
            return NativeInstance.Binding(self).Buses.Count((MediaType)media, (BusDirection)direction);
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetBusInfo(void* self, int media, int direction, int index, BusInfo* info)
    {
        try
        {
            if (info == null || NativeInstance.Binding(self).Buses.Find((MediaType)media, (BusDirection)direction, index) is not { } bus)
                return Result.InvalidArgument;
            *info = new()
            {
                Media = bus.Media,
                Direction = bus.Direction,
                Channels = bus.Channels,
                Name = bus.Name,
                Type = bus.Type,
                Flags = bus.Flags,
            };
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetRoutingInfo(void* self, RoutingInfo* input, RoutingInfo* output) =>
        input == null || output == null ? Result.InvalidArgument : Result.NotImplemented;

    // All declared buses are processed, active or not.
    [UnmanagedCallersOnly]
    private static int ActivateBus(void* self, int media, int direction, int index, byte active)
    {
        try
        {
            var binding = NativeInstance.Binding(self);
            if (binding.Buses.Find((MediaType)media, (BusDirection)direction, index) is null)
                return Result.InvalidArgument;
            binding.Processor.ActivateBus((MediaType)media, (BusDirection)direction, index, active != 0);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int SetActive(void* self, byte active)
    {
        try
        {
            NativeInstance.Binding(self).SetActive(active != 0);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int SetState(void* self, void* stream)
    {
        try
        {
            return stream == null
                ? Result.InvalidArgument
                : Result.From(NativeInstance.Binding(self).Plugin.SetState(new((nint)stream)));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetState(void* self, void* stream)
    {
        try
        {
            return stream == null
                ? Result.InvalidArgument
                : Result.From(NativeInstance.Binding(self).Plugin.GetState(new((nint)stream)));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }
}
