using System.Collections;

namespace ComposerPlugin.Music;

/// <summary>
/// A sequence of notes in one meter, ordered by <see cref="Note.CompareTo"/>. Tick 0 is a bar line; a pickup starts late in its first bar.
/// </summary>
public sealed class Phrase : IReadOnlyList<Note>, IEquatable<Phrase>
{
    private readonly Note[] _notes;

    /// <summary>Creates a phrase from notes in any order.</summary>
    /// <exception cref="ArgumentException">A note starts before tick 0, is shorter than 1 tick, or has a velocity outside 1 to
    /// 127.</exception>
    public Phrase(Meter meter, IEnumerable<Note> notes)
    {
        Meter = meter;
        _notes = [.. notes];
        Array.Sort(_notes);
        foreach (var note in _notes)
        {
            if (note.Onset < 0 || note.Duration < 1 || note.Velocity is < 1 or > 127 || note.Pitch.Number >= Pitch.Count)
            {
                throw new ArgumentException(
                    $"{note} is not valid: the onset must be at least 0, the duration at least 1, the velocity 1 to 127", nameof(notes));
            }
        }
    }

    /// <summary>The meter. Bar lines are at multiples of <see cref="Meter.BarTicks"/>.</summary>
    public Meter Meter { get; }

    /// <inheritdoc/>
    public int Count => _notes.Length;

    /// <inheritdoc/>
    public Note this[int index] => _notes[index];

    /// <summary>The tick at which the last sounding note ends; 0 if there are no notes.</summary>
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
