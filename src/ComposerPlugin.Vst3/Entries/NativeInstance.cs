using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// The native object of a plugin instance: a cell for each interface, the reference count and a handle to the managed instance. The last
/// release frees it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeInstance
{
    private static int _living;

    private InterfaceCell _component;
    private InterfaceCell _processor;
    private InterfaceCell _controller;
    private InterfaceCell _requirements;
    private InterfaceCell _midiMapping;
    private InterfaceCell _unitInfo;
    private nint _handle;
    private int _references;

    /// <summary>[any] The number of instances in the process that are not freed.</summary>
    public static int Living => Volatile.Read(ref _living);

    /// <summary>[main] Creates an object with one reference.</summary>
    public static NativeInstance* Create(IPluginInstance plugin)
    {
        var binding = new InstanceBinding(plugin);
        // Safe: zeroed memory of the right size, owned by the reference count.
        var self = (NativeInstance*)NativeMemory.AllocZeroed((nuint)sizeof(NativeInstance));
        self->_component = new() { Table = ComponentEntries.Table, Owner = self };
        self->_processor = new() { Table = AudioProcessorEntries.Table, Owner = self };
        self->_controller = new() { Table = EditControllerEntries.Table, Owner = self };
        self->_requirements = new() { Table = ContextRequirementsEntries.Table, Owner = self };
        self->_midiMapping = new() { Table = MidiMappingEntries.Table, Owner = self };
        self->_unitInfo = new() { Table = UnitInfoEntries.Table, Owner = self };
        self->_handle = GCHandle.ToIntPtr(GCHandle.Alloc(binding));
        self->_references = 1;
        Interlocked.Increment(ref _living);
        return self;
    }

    /// <summary>[any] The managed side of the object behind an interface pointer.</summary>
    // Safe: hosts pass only pointers from QueryInterface, and only while they hold a reference; the handle always refers to a binding.
    public static InstanceBinding Binding(void* cell) =>
        Unsafe.As<InstanceBinding>(GCHandle.FromIntPtr(((InterfaceCell*)cell)->Owner->_handle).Target!);

    /// <summary>[any] The cell of an interface with a new reference, or null if the object does not implement it.</summary>
    public void* QueryInterface(Uid id)
    {
        // Safe: the object is native memory and never moves.
        var self = (NativeInstance*)Unsafe.AsPointer(ref this);
        InterfaceCell* cell = null;
        if (id == InterfaceIds.Component || id == InterfaceIds.PluginBase || id == InterfaceIds.Unknown)
            cell = &self->_component;
        else if (id == InterfaceIds.AudioProcessor)
            cell = &self->_processor;
        else if (id == InterfaceIds.EditController)
            cell = &self->_controller;
        else if (id == InterfaceIds.ProcessContextRequirements)
            cell = &self->_requirements;
        else if (id == InterfaceIds.MidiMapping && Binding(self).MidiControllers is not null)
            cell = &self->_midiMapping;
        else if (id == InterfaceIds.UnitInfo && Binding(self).Units is not null)
            cell = &self->_unitInfo;
        if (cell != null)
            AddRef();
        return cell;
    }

    /// <summary>[any] Adds a reference.</summary>
    public uint AddRef() => (uint)Interlocked.Increment(ref _references);

    /// <summary>[any] Removes a reference; the last one terminates and frees the instance.</summary>
    public uint Release()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
            Free();
        return (uint)Math.Max(0, left);
    }

    private void Free()
    {
        void* self = Unsafe.AsPointer(ref this);
        try
        {
            Binding(self).Terminate();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
        }
        GCHandle.FromIntPtr(_handle).Free();
        NativeMemory.Free(self);
        Interlocked.Decrement(ref _living);
    }
}
