using System.Collections;

namespace ComposerPlugin.Music;

/// <summary>
/// A passage of notes in one meter, in the order of music. Tick 0 is a bar line; a pickup simply begins late in its first bar.
/// </summary>
public sealed class Phrase : IReadOnlyList<Note>, IEquatable<Phrase>
{
    private readonly Note[] _notes;

    /// <summary>A phrase of these notes, in any order.</summary>
    /// <exception cref="ArgumentException">A note begins before tick 0, has no duration, or a velocity that is not 1 to 127.</exception>
    public Phrase(Meter meter, IEnumerable<Note> notes)
    {
        Meter = meter;
        _notes = [.. notes];
        Array.Sort(_notes);
        foreach (var note in _notes)
        {
            if (note.Onset < 0 || note.Duration < 1 || note.Velocity is < 1 or > 127 || note.Pitch.Number >= Pitch.Count)
                throw new ArgumentException($"{note} is no note of a phrase: onset from 0, duration from 1, velocity 1 to 127", nameof(notes));
        }
    }

    /// <summary>The meter; a bar line stands at every multiple of its bar.</summary>
    public Meter Meter { get; }

    /// <inheritdoc/>
    public int Count => _notes.Length;

    /// <inheritdoc/>
    public Note this[int index] => _notes[index];

    /// <summary>The tick at which the last sounding note has ended; 0 when there is none.</summary>
    public int End => _notes.Length == 0 ? 0 : _notes.Max(note => note.End);

    /// <summary>The notes as a span.</summary>
    public ReadOnlySpan<Note> AsSpan() => _notes;

    /// <inheritdoc/>
    public IEnumerator<Note> GetEnumerator() => ((IEnumerable<Note>)_notes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Phrase? other) => other is not null && Meter == other.Meter && _notes.AsSpan().SequenceEqual(other._notes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Phrase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Meter, _notes.Length, _notes.Length == 0 ? default : _notes[0]);
}
