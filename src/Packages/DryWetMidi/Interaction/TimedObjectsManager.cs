using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public class TimedObjectsManager<TObject> : IDisposable
    where TObject : ITimedObject
{
    private readonly EventsCollection _eventsCollection;
    private readonly List<TimedEvent> _others;

    internal TimedObjectsManager(
        EventsCollection eventsCollection, IEnumerable<TObject> objects, List<TimedEvent> others, TimedObjectsComparer comparer)
    {
        _eventsCollection = eventsCollection;
        _others = others;
        Objects = new TimedObjectsCollection<TObject>(objects, comparer ?? new TimedObjectsComparer());
    }

    public TimedObjectsCollection<TObject> Objects { get; }

    public void SaveChanges() => EventOrder.Rewrite(_eventsCollection, _others, Objects.Cast<ITimedObject>());

    public void Dispose()
    {
        SaveChanges();
        GC.SuppressFinalize(this);
    }
}
