using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The notes that begin in a bar, by position in the bar and pitch. Bars are equal if these are; durations do not count.</summary>
internal sealed class Bar : IEquatable<Bar>
{
    private readonly (int Position, int Pitch)[] _notes;

    private Bar(IEnumerable<(int Position, int Pitch)> notes) => _notes = [.. notes.Distinct().Order()];

    /// <summary>Whether no note begins in the bar. Such a bar equals none.</summary>
    public bool IsEmpty => _notes.Length == 0;

    private IEnumerable<int> Positions => _notes.Select(note => note.Position).Distinct();

    /// <summary>The bars of a part of a phrase.</summary>
    /// <param name="phrase">The notes.</param>
    /// <param name="begin">The bar line at the start, in ticks.</param>
    /// <param name="end">The bar line at the end, in ticks.</param>
    public static List<Bar> Split(Phrase phrase, int begin, int end)
    {
        int ticks = phrase.Meter.BarTicks;
        var notes = phrase.ToLookup(note => note.Onset / ticks, note => (note.Onset % ticks, (int)note.Pitch.Number));
        return [.. Enumerable.Range(begin / ticks, (end - begin) / ticks).Select(bar => new Bar(notes[bar]))];
    }

    /// <summary>How much of two bars is the same, 0 to 1: notes of both, as a share of the mean of their numbers (Dice).</summary>
    public double SharedWith(Bar other) =>
        IsEmpty || other.IsEmpty ? 0 : 2.0 * _notes.Intersect(other._notes).Count() / (_notes.Length + other._notes.Length);

    /// <summary>Whether notes begin at the same positions.</summary>
    public bool HasRhythmOf(Bar other) => !IsEmpty && Positions.SequenceEqual(other.Positions);

    /// <inheritdoc/>
    public bool Equals(Bar? other) => other is not null && !IsEmpty && _notes.AsSpan().SequenceEqual(other._notes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bar);

    /// <inheritdoc/>
    public override int GetHashCode() => IsEmpty ? 0 : HashCode.Combine(_notes.Length, _notes[0], _notes[^1]);
}
