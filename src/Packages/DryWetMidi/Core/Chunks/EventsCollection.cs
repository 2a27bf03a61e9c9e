using System.Collections;

namespace Melanchall.DryWetMidi.Core;

public sealed class EventsCollection : IEnumerable<MidiEvent>
{
    private readonly List<MidiEvent> _events = [];

    internal EventsCollection()
    {
    }

    public int Count => _events.Count;

    public void Add(MidiEvent midiEvent)
    {
        ArgumentNullException.ThrowIfNull(midiEvent);
        _events.Add(midiEvent);
    }

    public IEnumerator<MidiEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
