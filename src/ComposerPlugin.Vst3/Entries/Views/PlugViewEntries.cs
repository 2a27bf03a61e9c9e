using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IPlugView.</summary>
internal static unsafe class PlugViewEntries
{
    public static readonly PlugViewTable* Table = TableMemory.Keep(typeof(PlugViewEntries), new PlugViewTable
    {
        Unknown = ViewUnknownEntries.Table,
        IsPlatformTypeSupported = &IsPlatformTypeSupported,
        Attached = &Attached,
        Removed = &Removed,
        OnWheel = &OnWheel,
        OnKeyDown = &OnKeyDown,
        OnKeyUp = &OnKeyUp,
        GetSize = &GetSize,
        OnSize = &OnSize,
        OnFocus = &OnFocus,
        SetFrame = &SetFrame,
        CanResize = &CanResize,
        CheckSizeConstraint = &CheckSizeConstraint,
    });

    // Safe, for all: the host passes a cell of a living view; every other pointer is tested for null and used during the call only.

    [UnmanagedCallersOnly]
    private static int IsPlatformTypeSupported(void* self, byte* type)
    {
        try
        {
            return Result.From(Supports(self, type));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int Attached(void* self, void* parent, byte* type)
    {
        try
        {
            if (parent == null || !Supports(self, type))
                return Result.InvalidArgument;
            return Result.From(NativeView.Binding(self).Open((nint)parent));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int Removed(void* self)
    {
        try
        {
            NativeView.Binding(self).Close();
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnWheel(void* self, float distance)
    {
        try
        {
            return Result.From(NativeView.Binding(self).Wheel(distance));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnKeyDown(void* self, ushort character, short virtualKey, short modifiers)
    {
        try
        {
            return Result.From(NativeView.Binding(self).KeyDown(KeyStrokes.Read(character, virtualKey, modifiers)));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // No view uses the release of a key.
    [UnmanagedCallersOnly]
    private static int OnKeyUp(void* self, ushort character, short virtualKey, short modifiers) => Result.False;

    [UnmanagedCallersOnly]
    private static int GetSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null)
                return Result.InvalidArgument;
            var current = NativeView.Binding(self).Size;
            *size = new() { Right = current.Width, Bottom = current.Height };
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null || Read(size) is not { Width: > 0, Height: > 0 } given)
                return Result.InvalidArgument;
            NativeView.Binding(self).Resize(given);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // The system notifies the view's window of its focus.
    [UnmanagedCallersOnly]
    private static int OnFocus(void* self, byte state) => Result.Ok;

    [UnmanagedCallersOnly]
    private static int SetFrame(void* self, void* frame)
    {
        try
        {
            NativeView.Binding(self).SetFrame(frame);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // Within the limits of CheckSizeConstraint.
    [UnmanagedCallersOnly]
    private static int CanResize(void* self) => Result.Ok;

    [UnmanagedCallersOnly]
    private static int CheckSizeConstraint(void* self, ViewRect* size)
    {
        try
        {
            if (size == null)
                return Result.InvalidArgument;
            var given = Read(size);
            var nearest = NativeView.Binding(self).Constrain(new(Math.Max(1, given.Width), Math.Max(1, given.Height)));
            (size->Right, size->Bottom) = (size->Left + nearest.Width, size->Top + nearest.Height);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // The size of a rectangle: 0 for edges in the wrong order, and at most what the window systems allow.
    private static ViewSize Read(ViewRect* rect) => new(Length(rect->Left, rect->Right), Length(rect->Top, rect->Bottom));

    private static int Length(int from, int to) => (int)Math.Clamp((long)to - from, 0, short.MaxValue);

    private static bool Supports(void* self, byte* type) =>
        type != null && NativeView.Binding(self).Supports(Text.From(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(type)));
}
