using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The native object behind a <see cref="PluginFactory"/>. It counts references but is never freed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeFactory
{
    private PluginFactoryTable* _table;
    private nint _handle;
    private int _references;

    public static NativeFactory* Create(PluginFactory factory)
    {
        // Safe: zeroed memory of the right size, never freed.
        var self = (NativeFactory*)NativeMemory.AllocZeroed((nuint)sizeof(NativeFactory));
        self->_table = PluginFactoryEntries.Table;
        self->_handle = GCHandle.ToIntPtr(GCHandle.Alloc(factory));
        return self;
    }

    // Safe: hosts pass only the pointer from Share; the handle always refers to a factory.
    public static PluginFactory Managed(void* self) =>
        Unsafe.As<PluginFactory>(GCHandle.FromIntPtr(((NativeFactory*)self)->_handle).Target!);

    public uint AddRef() => (uint)Interlocked.Increment(ref _references);

    public uint Release() => (uint)Math.Max(0, Interlocked.Decrement(ref _references));
}
