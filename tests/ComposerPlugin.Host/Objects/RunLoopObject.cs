using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>The event loop of a Linux host (IRunLoop). It turns only when a test turns it.</summary>
public sealed unsafe class RunLoopObject : HostObject
{
    private static readonly RunLoopTable* _table = TableMemory.Keep(typeof(RunLoopObject), new RunLoopTable
    {
        Unknown = Unknown,
        RegisterEventHandler = &RegisterEventHandler,
        UnregisterEventHandler = &UnregisterEventHandler,
        RegisterTimer = &RegisterTimer,
        UnregisterTimer = &UnregisterTimer,
    });

    private readonly List<(nint Handler, int File)> _files = [];
    private readonly List<(nint Handler, ulong Milliseconds)> _timers = [];

    /// <summary>A loop without handlers.</summary>
    public RunLoopObject() => Pointer = Offer(InterfaceIds.RunLoop, _table);

    /// <summary>The files that plugins watch.</summary>
    public IEnumerable<int> Files => _files.Select(entry => entry.File);

    /// <summary>The intervals of the plugins' timers, in milliseconds.</summary>
    public IEnumerable<ulong> Timers => _timers.Select(entry => entry.Milliseconds);

    /// <summary>Whether the loop accepts files.</summary>
    public bool AcceptsFiles { get; set; } = true;

    /// <summary>Whether the loop accepts timers.</summary>
    public bool AcceptsTimers { get; set; } = true;

    /// <summary>Whether the loop holds references to handlers. JUCE's does not.</summary>
    public bool HoldsHandlers { get; set; } = true;

    internal void* Pointer { get; }

    /// <summary>The handlers, to be called when the loop does not know them any more.</summary>
    internal (nint EventHandler, nint TimerHandler) Handlers => (_files[0].Handler, _timers[0].Handler);

    /// <summary>All files can be read.</summary>
    public void ReadFiles()
    {
        foreach (var (handler, file) in _files.ToArray())
            ReadFile(handler, file);
    }

    /// <summary>The intervals of all timers have passed.</summary>
    public void Tick()
    {
        foreach (var (handler, _) in _timers.ToArray())
            Tick(handler);
    }

    /// <summary>Forgets the handlers, as a loop that ends.</summary>
    public void End()
    {
        foreach (nint handler in _files.Select(entry => entry.Handler).Concat(_timers.Select(entry => entry.Handler)).ToArray())
            Drop(handler);
        _files.Clear();
        _timers.Clear();
    }

    internal static void ReadFile(nint handler, int file) => (*(EventHandlerTable**)handler)->OnFDIsSet((void*)handler, file);

    internal static void Tick(nint handler) => (*(TimerHandlerTable**)handler)->OnTimer((void*)handler);

    private void Keep(nint handler)
    {
        if (HoldsHandlers)
            HostUnknown.AddRef((void*)handler);
    }

    private void Drop(nint handler)
    {
        if (HoldsHandlers)
            HostUnknown.Release((void*)handler);
    }

    [UnmanagedCallersOnly]
    private static int RegisterEventHandler(void* self, void* handler, int file)
    {
        var loop = Of<RunLoopObject>(self);
        if (!loop.AcceptsFiles)
            return Result.False;
        loop.Keep((nint)handler);
        loop._files.Add(((nint)handler, file));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterEventHandler(void* self, void* handler)
    {
        var loop = Of<RunLoopObject>(self);
        if (loop._files.RemoveAll(entry => entry.Handler == (nint)handler) == 0)
            return Result.InvalidArgument;
        loop.Drop((nint)handler);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int RegisterTimer(void* self, void* handler, ulong milliseconds)
    {
        var loop = Of<RunLoopObject>(self);
        if (!loop.AcceptsTimers)
            return Result.False;
        loop.Keep((nint)handler);
        loop._timers.Add(((nint)handler, milliseconds));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterTimer(void* self, void* handler)
    {
        var loop = Of<RunLoopObject>(self);
        if (loop._timers.RemoveAll(entry => entry.Handler == (nint)handler) == 0)
            return Result.InvalidArgument;
        loop.Drop((nint)handler);
        return Result.Ok;
    }
}
