using System.Collections;

namespace Melanchall.DryWetMidi.Core;

public sealed class EventsCollection : ICollection<MidiEvent>
{
    private readonly List<MidiEvent> _events = [];

    internal EventsCollection()
    {
    }

    public int Count => _events.Count;

    public bool IsReadOnly => false;

    public MidiEvent this[int index]
    {
        get => _events[index];
        set => _events[index] = NotNull(value);
    }

    public void Add(MidiEvent midiEvent) => _events.Add(NotNull(midiEvent));

    public void AddRange(IEnumerable<MidiEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events.AddRange(events.Where(item => item != null));
    }

    public void Insert(int index, MidiEvent midiEvent) => _events.Insert(index, NotNull(midiEvent));

    public void InsertRange(int index, IEnumerable<MidiEvent> midiEvents)
    {
        ArgumentNullException.ThrowIfNull(midiEvents);
        _events.InsertRange(index, midiEvents.Where(item => item != null));
    }

    public bool Remove(MidiEvent midiEvent) => _events.Remove(NotNull(midiEvent));

    public void RemoveAt(int index) => _events.RemoveAt(index);

    public int RemoveAll(Predicate<MidiEvent> match) => _events.RemoveAll(match);

    public int IndexOf(MidiEvent midiEvent) => _events.IndexOf(NotNull(midiEvent));

    public bool Contains(MidiEvent item) => _events.Contains(item);

    public void CopyTo(MidiEvent[] array, int arrayIndex) => _events.CopyTo(array, arrayIndex);

    public void Clear() => _events.Clear();

    public IEnumerator<MidiEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static MidiEvent NotNull(MidiEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item;
    }
}
