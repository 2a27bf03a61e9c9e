using System.Collections;

namespace Melanchall.DryWetMidi.Core;

public sealed class ChunksCollection : IEnumerable<MidiChunk>
{
    private readonly List<MidiChunk> _chunks = [];

    public void Add(MidiChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _chunks.Add(chunk);
    }

    public void AddRange(IEnumerable<MidiChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        _chunks.AddRange(chunks.Where(item => item != null));
    }

    public IEnumerator<MidiChunk> GetEnumerator() => _chunks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
