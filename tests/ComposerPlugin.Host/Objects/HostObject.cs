using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// An object that the host lends to a plugin. It counts references so that a test can check that the plugin released all of them;
/// <see cref="Dispose"/> frees the memory after the plugin is disposed.
/// </summary>
public abstract unsafe class HostObject : IDisposable
{
    private static readonly UnknownTable _unknown = new() { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release };

    private readonly List<(Uid Id, nint Cell)> _interfaces = [];
    private readonly List<(Uid Id, nint Cell)> _lent = [];
    private GCHandle _handle;
    private int _references = 1;

    private protected HostObject() => _handle = GCHandle.Alloc(this);

    /// <summary>All references, including the host's own.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>Frees the native part. The plugin must not use it afterwards.</summary>
    public virtual void Dispose()
    {
        foreach (var (_, cell) in _interfaces)
            NativeMemory.Free((void*)cell);
        _interfaces.Clear();
        _lent.Clear();
        if (_handle.IsAllocated)
            _handle.Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>The head of every vtable.</summary>
    private protected static UnknownTable Unknown => _unknown;

    /// <summary>Adds an interface and returns the pointer for the plugin.</summary>
    private protected void* Offer(Uid id, void* table)
    {
        var cell = (Cell*)NativeMemory.Alloc((nuint)sizeof(Cell));
        *cell = new() { Table = table, Handle = GCHandle.ToIntPtr(_handle) };
        _interfaces.Add((id, (nint)cell));
        return cell;
    }

    /// <summary>Returns the interface of another object for an id, with a reference to that object.</summary>
    private protected void Lend(Uid id, void* cell) => _lent.Add((id, (nint)cell));

    /// <summary>The managed object of an interface pointer.</summary>
    private protected static T Of<T>(void* self)
        where T : HostObject => Unsafe.As<T>(GCHandle.FromIntPtr(((Cell*)self)->Handle).Target!);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** answer)
    {
        var host = Of<HostObject>(self);
        var wanted = Uid.Read(new(id, Uid.Size));
        *answer = null;
        foreach (var (offered, cell) in host._interfaces.Concat(host._lent))
        {
            if (wanted != offered && wanted != InterfaceIds.Unknown)
                continue;
            Interlocked.Increment(ref Of<HostObject>((void*)cell)._references);
            *answer = (void*)cell;
            return Result.Ok;
        }
        return Result.NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref Of<HostObject>(self)._references);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)Interlocked.Decrement(ref Of<HostObject>(self)._references);

    [StructLayout(LayoutKind.Sequential)]
    private struct Cell
    {
        public void* Table;
        public nint Handle;
    }
}
