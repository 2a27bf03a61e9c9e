using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>Events of one block (IEventList). It allocates only when it must grow.</summary>
public sealed unsafe class EventListObject : HostObject
{
    private static readonly EventListTable* _table = TableMemory.Keep(typeof(EventListObject), new EventListTable
    {
        Unknown = Unknown,
        GetEventCount = &GetEventCount,
        GetEvent = &GetEvent,
        AddEvent = &AddEvent,
    });

    private Event[] _events = new Event[1024];

    /// <summary>An empty list.</summary>
    public EventListObject() => Pointer = Offer(InterfaceIds.EventList, _table);

    /// <summary>Number of events.</summary>
    public int Count { get; private set; }

    /// <summary>How many events it takes from a plugin; some hosts have room for few.</summary>
    public int Room { get; set; } = int.MaxValue;

    internal void* Pointer { get; }

    /// <summary>The event at an index.</summary>
    public ref readonly Event this[int index] => ref _events[index];

    /// <summary>Appends an event.</summary>
    public void Add(in Event e)
    {
        if (Count == _events.Length)
            Array.Resize(ref _events, 2 * Count);
        _events[Count++] = e;
    }

    /// <summary>Inserts an event after all that have the same or an earlier offset.</summary>
    public void Insert(in Event e)
    {
        Add(e);
        int index = Count - 1;
        for (; index > 0 && _events[index - 1].SampleOffset > e.SampleOffset; index--)
            _events[index] = _events[index - 1];
        _events[index] = e;
    }

    /// <summary>Removes all.</summary>
    public void Clear() => Count = 0;

    [UnmanagedCallersOnly]
    private static int GetEventCount(void* self) => Of<EventListObject>(self).Count;

    [UnmanagedCallersOnly]
    private static int GetEvent(void* self, int index, Event* e)
    {
        var list = Of<EventListObject>(self);
        if (e == null || index < 0 || index >= list.Count)
            return Result.InvalidArgument;
        *e = list._events[index];
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddEvent(void* self, Event* e)
    {
        var list = Of<EventListObject>(self);
        if (e == null)
            return Result.InvalidArgument;
        if (list.Count >= list.Room)
            return Result.False;
        list.Add(*e);
        return Result.Ok;
    }
}
