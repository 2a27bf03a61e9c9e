using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// The native objects of a view in one piece of memory: the view itself, and the two handlers for the run loop, which count their
/// references apart from it. The last release of the view closes it, even if a host still holds a handler because it omitted removed; the
/// last release of all frees the memory.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeView
{
    private static int _living;

    private ViewCell _view;
    private ViewCell _contentScale;
    private ViewCell _parameterFinder;
    private ViewCell _eventHandler;
    private ViewCell _timerHandler;
    private nint _handle;
    private int _viewReferences;

    // Those of the handlers, and one as long as the view has any.
    private int _memoryReferences;

    /// <summary>[any] The number of views in the process that are not freed.</summary>
    public static int Living => Volatile.Read(ref _living);

    /// <summary>[main] Creates an object with one reference.</summary>
    public static NativeView* Create(IView view, InstanceBinding instance, bool needsRunLoop)
    {
        // Safe: zeroed memory of the right size, owned by the reference counts.
        var self = (NativeView*)NativeMemory.AllocZeroed((nuint)sizeof(NativeView));
        self->_view = new() { Table = PlugViewEntries.Table, Owner = self };
        self->_contentScale = new() { Table = ContentScaleEntries.Table, Owner = self };
        self->_parameterFinder = new() { Table = ParameterFinderEntries.Table, Owner = self };
        self->_eventHandler = new() { Table = EventHandlerEntries.Table, Owner = self };
        self->_timerHandler = new() { Table = TimerHandlerEntries.Table, Owner = self };
        var binding = new ViewBinding(view, instance, needsRunLoop, &self->_view, &self->_eventHandler, &self->_timerHandler);
        self->_handle = GCHandle.ToIntPtr(GCHandle.Alloc(binding));
        (self->_viewReferences, self->_memoryReferences) = (1, 1);
        Interlocked.Increment(ref _living);
        return self;
    }

    /// <summary>[any] The managed side of the object behind an interface pointer.</summary>
    // Safe: hosts pass only pointers from QueryInterface, and only while they hold a reference; the handle always refers to a binding.
    public static ViewBinding Binding(void* cell) =>
        Unsafe.As<ViewBinding>(GCHandle.FromIntPtr(((ViewCell*)cell)->Owner->_handle).Target!);

    /// <summary>[any] The cell of an interface with a new reference, or null if the object does not implement it.</summary>
    /// <param name="asked">The cell of the object that is asked. Handlers have an identity of their own, by which hosts find them.</param>
    /// <param name="id">The interface.</param>
    public void* QueryInterface(ViewCell* asked, Uid id)
    {
        // Safe: the object is native memory and never moves.
        var self = (NativeView*)Unsafe.AsPointer(ref this);
        ViewCell* cell = null;
        if (asked == &self->_eventHandler)
            cell = id == InterfaceIds.EventHandler || id == InterfaceIds.Unknown ? asked : null;
        else if (asked == &self->_timerHandler)
            cell = id == InterfaceIds.TimerHandler || id == InterfaceIds.Unknown ? asked : null;
        else if (id == InterfaceIds.PlugView || id == InterfaceIds.Unknown)
            cell = &self->_view;
        else if (id == InterfaceIds.ContentScale && !OperatingSystem.IsMacOS())
            cell = &self->_contentScale;
        else if (id == InterfaceIds.ParameterFinder && Binding(self).Finder is not null)
            cell = &self->_parameterFinder;
        if (cell != null)
            AddRef(cell);
        return cell;
    }

    /// <summary>[any] Adds a reference to the object of a cell.</summary>
    public uint AddRef(ViewCell* cell) => (uint)Interlocked.Increment(ref IsHandler(cell) ? ref _memoryReferences : ref _viewReferences);

    /// <summary>[any] Removes a reference from the object of a cell; the last one of the view closes it.</summary>
    public uint Release(ViewCell* cell)
    {
        if (IsHandler(cell))
            return ReleaseMemory();
        int left = Interlocked.Decrement(ref _viewReferences);
        if (left == 0)
            End();
        return (uint)Math.Max(0, left);
    }

    private bool IsHandler(ViewCell* cell) => cell == Unsafe.AsPointer(ref _eventHandler) || cell == Unsafe.AsPointer(ref _timerHandler);

    private void End()
    {
        // A host may add and remove references while the view closes; that must not end it a second time.
        _viewReferences = 1;
        try
        {
            Binding(Unsafe.AsPointer(ref this)).Dispose();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
        }
        ReleaseMemory();
    }

    private uint ReleaseMemory()
    {
        int left = Interlocked.Decrement(ref _memoryReferences);
        if (left == 0)
        {
            GCHandle.FromIntPtr(_handle).Free();
            NativeMemory.Free(Unsafe.AsPointer(ref this));
            Interlocked.Decrement(ref _living);
        }
        return (uint)Math.Max(0, left);
    }
}
