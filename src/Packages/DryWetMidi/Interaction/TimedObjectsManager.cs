using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public class TimedObjectsManager<TObject> : IDisposable
    where TObject : ITimedObject
{
    private readonly EventsCollection _eventsCollection;
    private readonly List<TimedEvent> _others;
    private readonly TimedObjectsComparer _comparer;

    internal TimedObjectsManager(
        EventsCollection eventsCollection, IEnumerable<TObject> objects, List<TimedEvent> others, TimedObjectsComparer comparer)
    {
        _eventsCollection = eventsCollection;
        _others = others;
        _comparer = comparer ?? new TimedObjectsComparer();
        Objects = new TimedObjectsCollection<TObject>(objects, _comparer);
    }

    public TimedObjectsCollection<TObject> Objects { get; }

    public void SaveChanges()
    {
        _eventsCollection.Clear();
        EventOrder.Add(_eventsCollection, _others.Concat(Objects.Cast<ITimedObject>()).Order(_comparer));
    }

    public void Dispose()
    {
        SaveChanges();
        GC.SuppressFinalize(this);
    }
}
