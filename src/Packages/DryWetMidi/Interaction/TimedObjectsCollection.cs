using System.Collections;

namespace Melanchall.DryWetMidi.Interaction;

public sealed class TimedObjectsCollection<TObject> : ICollection<TObject>
    where TObject : ITimedObject
{
    private readonly List<TObject> _objects;
    private readonly TimedObjectsComparer _comparer;

    internal TimedObjectsCollection(IEnumerable<TObject> objects, TimedObjectsComparer comparer)
    {
        _objects = objects.ToList();
        _comparer = comparer;
    }

    public int Count => _objects.Count;

    public bool IsReadOnly => false;

    public void Add(TObject obj) => _objects.Add(obj);

    public void Add(IEnumerable<TObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        _objects.AddRange(objects.Where(obj => obj is not null));
    }

    public void Add(params TObject[] objects) => Add((IEnumerable<TObject>)objects);

    public bool Remove(TObject obj) => _objects.Remove(obj);

    public bool Remove(IEnumerable<TObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        var removed = objects.ToHashSet();
        return _objects.RemoveAll(removed.Contains) > 0;
    }

    public bool Remove(params TObject[] objects) => Remove((IEnumerable<TObject>)objects);

    public void RemoveAll(Predicate<TObject> match) => _objects.RemoveAll(match);

    public bool Contains(TObject obj) => _objects.Contains(obj);

    public void CopyTo(TObject[] array, int arrayIndex) => this.ToArray().CopyTo(array, arrayIndex);

    public void Clear() => _objects.Clear();

    /// <summary>In order of time, whatever has been added or moved; equal times in the order in which they came.</summary>
    public IEnumerator<TObject> GetEnumerator() =>
        _objects.OrderBy(obj => (ITimedObject)obj, _comparer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
