using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IEditController.</summary>
internal static unsafe class EditControllerEntries
{
    public static readonly EditControllerTable* Table = TableMemory.Keep(typeof(EditControllerEntries), new EditControllerTable
    {
        PluginBase = PluginBaseEntries.Table,
        SetComponentState = &SetComponentState,
        SetState = &SetState,
        GetState = &GetState,
        GetParameterCount = &GetParameterCount,
        GetParameterInfo = &GetParameterInfo,
        GetParamStringByValue = &GetParamStringByValue,
        GetParamValueByString = &GetParamValueByString,
        NormalizedParamToPlain = &NormalizedParamToPlain,
        PlainParamToNormalized = &PlainParamToNormalized,
        GetParamNormalized = &GetParamNormalized,
        SetParamNormalized = &SetParamNormalized,
        SetComponentHandler = &SetComponentHandler,
        CreateView = &CreateView,
    });

    // Safe, for all: the host passes a cell of a living instance; every other pointer is tested for null and used during the call only.

    [UnmanagedCallersOnly]
    private static int SetComponentState(void* self, void* stream)
    {
        try
        {
            return stream == null ? Result.InvalidArgument : Result.From(Controller(self).SetComponentState(new((nint)stream)));
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
            return stream == null ? Result.InvalidArgument : Result.From(Controller(self).SetState(new((nint)stream)));
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
            return stream == null ? Result.InvalidArgument : Result.From(Controller(self).GetState(new((nint)stream)));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self)
    {
        try
        {
            return Controller(self).ParameterCount;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParameterInfo(void* self, int index, ParameterInfo* info)
    {
        try
        {
            var controller = Controller(self);
            if (info == null || index < 0 || index >= controller.ParameterCount)
                return Result.InvalidArgument;
            *info = controller.GetParameterInfo(index);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParamStringByValue(void* self, uint id, double normalized, char* text)
    {
        try
        {
            var controller = Controller(self);
            if (text == null || !controller.HasParameter(id))
                return Result.InvalidArgument;
            Text.CopyTo(controller.Format(id, Limit(normalized)), new Span<char>(text, Utf16Text128.Capacity));
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParamValueByString(void* self, uint id, char* text, double* normalized)
    {
        try
        {
            var controller = Controller(self);
            if (text == null || normalized == null || !controller.HasParameter(id))
                return Result.InvalidArgument;
            int length = 0;
            while (length < Utf16Text128.Capacity && text[length] != '\0')
                length++;
            if (!controller.TryParse(id, new(text, length), out double value))
                return Result.False;
            *normalized = Limit(value);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static double NormalizedParamToPlain(void* self, uint id, double normalized)
    {
        try
        {
            var controller = Controller(self);
            return controller.HasParameter(id) ? controller.ToPlain(id, Limit(normalized)) : normalized;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return normalized;
        }
    }

    [UnmanagedCallersOnly]
    private static double PlainParamToNormalized(void* self, uint id, double plain)
    {
        try
        {
            var controller = Controller(self);
            return controller.HasParameter(id) ? Limit(controller.ToNormalized(id, plain)) : plain;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return plain;
        }
    }

    [UnmanagedCallersOnly]
    private static double GetParamNormalized(void* self, uint id)
    {
        try
        {
            var controller = Controller(self);
            return controller.HasParameter(id) ? controller.GetNormalized(id) : 0;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetParamNormalized(void* self, uint id, double normalized)
    {
        try
        {
            var controller = Controller(self);
            if (!controller.HasParameter(id))
                return Result.InvalidArgument;
            controller.SetNormalized(id, Limit(normalized));
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int SetComponentHandler(void* self, void* handler)
    {
        try
        {
            NativeInstance.Binding(self).SetComponentHandler(handler);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // Without a view hosts show their generic parameter view.
    [UnmanagedCallersOnly]
    private static void* CreateView(void* self, byte* name)
    {
        try
        {
            if (!IsEditor(name))
                return null;
            var instance = NativeInstance.Binding(self);
            return instance.Views?.CreateView() is { } view
                ? NativeView.Create(view, instance, needsRunLoop: OperatingSystem.IsLinux())
                : null;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return null;
        }
    }

    // Reads no further than the names agree: a name may lack its end.
    private static bool IsEditor(byte* name)
    {
        var editor = "editor\0"u8;
        int same = 0;
        while (name != null && same < editor.Length && name[same] == editor[same])
            same++;
        return same == editor.Length;
    }

    private static IController Controller(void* self) => NativeInstance.Binding(self).Controller;

    private static double Limit(double normalized) => double.IsNaN(normalized) ? 0 : Math.Clamp(normalized, 0, 1);
}
