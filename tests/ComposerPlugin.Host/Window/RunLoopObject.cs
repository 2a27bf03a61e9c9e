using System.Diagnostics;
using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// The event loop of a Linux host (IRunLoop). It turns only when a test turns it: by hand, or at the speed of the clock
/// (<see cref="Run"/>).
/// </summary>
public sealed unsafe partial class RunLoopObject : HostObject
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
    private readonly Dictionary<nint, long> _due = [];

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

    /// <summary>Turns for a time, as a host's main thread does: waits for files and timers, and calls their handlers.</summary>
    public void Run(TimeSpan time)
    {
        for (long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            long next = _timers.Select(timer => _due[timer.Handler]).Append(end).Min();
            long milliseconds = Math.Max(0, (next - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency) + 1;
            var files = _files.Select(entry => new PollFile { File = entry.File, Events = PollFile.In }).ToArray();
            var handlers = _files.Select(entry => entry.Handler).ToArray();
            fixed (PollFile* first = files)
                Poll(first, (nuint)files.Length, (int)milliseconds);
            for (int i = 0; i < files.Length; i++)
            {
                // A handler may take away others, and itself.
                if (files[i].Found != 0 && _files.Contains((handlers[i], files[i].File)))
                    ReadFile(handlers[i], files[i].File);
            }
            foreach (var (handler, interval) in _timers.ToArray())
            {
                if (!_due.TryGetValue(handler, out long due) || due > Stopwatch.GetTimestamp())
                    continue;
                _due[handler] = Stopwatch.GetTimestamp() + ((long)interval * Stopwatch.Frequency / 1000);
                Tick(handler);
            }
        }
    }

    /// <summary>Forgets the handlers, as a loop that ends.</summary>
    public void End()
    {
        foreach (nint handler in _files.Select(entry => entry.Handler).Concat(_timers.Select(entry => entry.Handler)).ToArray())
            Drop(handler);
        _files.Clear();
        _timers.Clear();
        _due.Clear();
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
        loop._due[(nint)handler] = Stopwatch.GetTimestamp() + ((long)milliseconds * Stopwatch.Frequency / 1000);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterTimer(void* self, void* handler)
    {
        var loop = Of<RunLoopObject>(self);
        if (loop._timers.RemoveAll(entry => entry.Handler == (nint)handler) == 0)
            return Result.InvalidArgument;
        loop._due.Remove((nint)handler);
        loop.Drop((nint)handler);
        return Result.Ok;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial void Poll(PollFile* files, nuint count, int milliseconds);

    private struct PollFile
    {
        public const short In = 1;

        public int File;
        public short Events, Found;
    }
}
