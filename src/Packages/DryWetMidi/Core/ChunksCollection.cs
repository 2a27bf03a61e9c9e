using System.Collections;

namespace Melanchall.DryWetMidi.Core;

public sealed class ChunksCollection : ICollection<MidiChunk>
{
    private readonly List<MidiChunk> _chunks = [];

    public int Count => _chunks.Count;

    public bool IsReadOnly => false;

    public MidiChunk this[int index]
    {
        get => _chunks[index];
        set => _chunks[index] = NotNull(value);
    }

    public void Add(MidiChunk chunk) => _chunks.Add(NotNull(chunk));

    public void AddRange(IEnumerable<MidiChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        _chunks.AddRange(chunks.Where(item => item != null));
    }

    public void Insert(int index, MidiChunk chunk) => _chunks.Insert(index, NotNull(chunk));

    public void InsertRange(int index, IEnumerable<MidiChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        _chunks.InsertRange(index, chunks.Where(item => item != null));
    }

    public bool Remove(MidiChunk chunk) => _chunks.Remove(NotNull(chunk));

    public void RemoveAt(int index) => _chunks.RemoveAt(index);

    public int RemoveAll(Predicate<MidiChunk> match) => _chunks.RemoveAll(match);

    public int IndexOf(MidiChunk chunk) => _chunks.IndexOf(NotNull(chunk));

    public bool Contains(MidiChunk item) => _chunks.Contains(item);

    public void CopyTo(MidiChunk[] array, int arrayIndex) => _chunks.CopyTo(array, arrayIndex);

    public void Clear() => _chunks.Clear();

    public IEnumerator<MidiChunk> GetEnumerator() => _chunks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static MidiChunk NotNull(MidiChunk item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item;
    }
}
