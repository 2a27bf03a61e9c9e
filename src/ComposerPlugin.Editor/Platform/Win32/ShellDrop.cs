using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Takes files that are dropped on a window: an IDropTarget. Without OLE on the host's thread nothing can be dropped.
/// </summary>
internal sealed unsafe partial class ShellDrop : IDisposable
{
    private const uint Copy = 1, Content = 1, GlobalMemory = 1, Count = 0xFFFFFFFF;
    private const ushort FileList = 15;
    private static readonly Guid _dropTarget = new("00000122-0000-0000-c000-000000000046");
    private static readonly void** _table = CreateTable();

    private readonly nint _window;
    private readonly IWindowEvents _events;
    private Cell* _cell;
    private bool _hasFiles;

    /// <summary>Registers a window as a target.</summary>
    public ShellDrop(nint window, IWindowEvents events)
    {
        (_window, _events) = (window, events);
        if (!Ole.TryBegin())
            return;
        _cell = (Cell*)NativeMemory.Alloc((nuint)sizeof(Cell));
        *_cell = new() { Table = _table, Target = GCHandle.ToIntPtr(GCHandle.Alloc(this)), References = 1 };
        RegisterDragDrop(window, _cell);
    }

    /// <summary>Whether to take nothing: while the window itself is the source.</summary>
    public bool IsRefused { get; set; }

    private static Format Files => new() { Type = FileList, Aspect = Content, Index = -1, Medium = GlobalMemory };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_cell == null)
            return;
        RevokeDragDrop(_window);
        // The system may hold the object a little longer; it finds no target then.
        GCHandle.FromIntPtr(_cell->Target).Free();
        _cell->Target = 0;
        Drop(_cell);
        _cell = null;
        Ole.End();
    }

    private uint Effect => _hasFiles && !IsRefused ? Copy : 0;

    private uint Enter(void* data)
    {
        var format = Files;
        // IDataObject.QueryGetData.
        _hasFiles = ((delegate* unmanaged<void*, Format*, int>)Ole.Function(data, 5))(data, &format) == Ole.Ok;
        return Effect;
    }

    private uint Take(void* data)
    {
        uint effect = Effect;
        foreach (string path in effect == 0 ? [] : Paths(data))
            _events.Dropped(path);
        return effect;
    }

    private static List<string> Paths(void* data)
    {
        var paths = new List<string>();
        var (format, medium) = (Files, default(Medium));
        // IDataObject.GetData.
        if (((delegate* unmanaged<void*, Format*, Medium*, int>)Ole.Function(data, 3))(data, &format, &medium) != Ole.Ok)
            return paths;
        uint count = DragQueryFileW(medium.Handle, Count, null, 0);
        for (uint i = 0; i < count; i++)
        {
            // Without the zero at its end.
            uint length = DragQueryFileW(medium.Handle, i, null, 0);
            char[] path = new char[length + 1];
            fixed (char* text = path)
                length = DragQueryFileW(medium.Handle, i, text, length + 1);
            paths.Add(new(path, 0, (int)length));
        }
        ReleaseStgMedium(&medium);
        return paths;
    }

    private static void** CreateTable()
    {
        void** table = (void**)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(ShellDrop), 7 * sizeof(void*));
        table[0] = (delegate* unmanaged<Cell*, Guid*, void**, int>)&QueryInterface;
        table[1] = (delegate* unmanaged<Cell*, uint>)&AddRef;
        table[2] = (delegate* unmanaged<Cell*, uint>)&Release;
        table[3] = (delegate* unmanaged<Cell*, void*, uint, long, uint*, int>)&DragEnter;
        table[4] = (delegate* unmanaged<Cell*, uint, long, uint*, int>)&DragOver;
        table[5] = (delegate* unmanaged<Cell*, int>)&DragLeave;
        table[6] = (delegate* unmanaged<Cell*, void*, uint, long, uint*, int>)&DragDrop;
        return table;
    }

    // Safe, for all that follow: OLE passes an object of ours, to which it holds a reference, on the thread of the window. A position
    // is two
    // 32-bit numbers in one register.

    [UnmanagedCallersOnly]
    private static int QueryInterface(Cell* self, Guid* id, void** answer)
    {
        *answer = *id == Ole.Unknown || *id == _dropTarget ? self : null;
        if (*answer == null)
            return Ole.NoInterface;
        self->References++;
        return Ole.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(Cell* self) => ++self->References;

    [UnmanagedCallersOnly]
    private static uint Release(Cell* self) => Drop(self);

    [UnmanagedCallersOnly]
    private static int DragEnter(Cell* self, void* data, uint keys, long position, uint* effect) =>
        Answer(self, data, effect, static (target, data) => target.Enter((void*)data));

    [UnmanagedCallersOnly]
    private static int DragOver(Cell* self, uint keys, long position, uint* effect) =>
        Answer(self, null, effect, static (target, _) => target.Effect);

    [UnmanagedCallersOnly]
    private static int DragLeave(Cell* self) => Ole.Ok;

    [UnmanagedCallersOnly]
    private static int DragDrop(Cell* self, void* data, uint keys, long position, uint* effect) =>
        Answer(self, data, effect, static (target, data) => target.Take((void*)data));

    private static int Answer(Cell* self, void* data, uint* effect, Func<ShellDrop, nint, uint> answer)
    {
        *effect = 0;
        if (self->Target == 0)
            return Ole.Ok;
        var target = Unsafe.As<ShellDrop>(GCHandle.FromIntPtr(self->Target).Target!);
        try
        {
            *effect = answer(target, (nint)data);
        }
        catch (Exception e)
        {
            target._events.Failed(e);
        }
        return Ole.Ok;
    }

    private static uint Drop(Cell* cell)
    {
        uint left = --cell->References;
        if (left == 0)
            NativeMemory.Free(cell);
        return left;
    }

    [LibraryImport("ole32")]
    private static partial void RegisterDragDrop(nint window, void* target);

    [LibraryImport("ole32")]
    private static partial void RevokeDragDrop(nint window);

    [LibraryImport("ole32")]
    private static partial void ReleaseStgMedium(Medium* medium);

    [LibraryImport("shell32")]
    private static partial uint DragQueryFileW(nint list, uint index, char* path, uint length);

    // The object: the pointer to its table comes first.
    [StructLayout(LayoutKind.Sequential)]
    private struct Cell
    {
        public void** Table;
        public nint Target;
        public uint References;
    }

    // FORMATETC.
    [StructLayout(LayoutKind.Sequential)]
    private struct Format
    {
        public ushort Type;
        public nint Device;
        public uint Aspect;
        public int Index;
        public uint Medium;
    }

    // STGMEDIUM.
    [StructLayout(LayoutKind.Sequential)]
    private struct Medium
    {
        public uint Type;
        public nint Handle;
        public nint Releaser;
    }
}
