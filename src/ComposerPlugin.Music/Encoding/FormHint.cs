using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ComposerPlugin.Music;

/// <summary>
/// What the <see cref="FormMemory"/> knows before the next note, as classes: the place in the phrase, then for each reference the fields of
/// its <see cref="FormReference"/> in their order. The step graph's input <c>form</c> holds these numbers.
/// </summary>
[InlineArray(Length)]
public struct FormHint : IEquatable<FormHint>
{
    /// <summary>
    /// The version of these classes and of the <see cref="FormPredictor"/>. Increment it with every change; styles of another version are
    /// rejected.
    /// </summary>
    public const int Version = 1;

    /// <summary>The number of classes of a reference.</summary>
    public const int Columns = 8;

    /// <summary>The column of a reference's pitch.</summary>
    public const int PitchColumn = 1;

    /// <summary>The number of classes of the hint.</summary>
    public const int Length = 1 + (FormMemory.References * Columns);

    /// <summary>Bars of a phrase that the place tells apart; later bars are counted modulo this.</summary>
    public const int PhraseBars = 16;

    /// <summary>The number of place classes: before the opening, the first bars, and the bars after them.</summary>
    public const int Places = 1 + (2 * PhraseBars);

    private short _first;

    /// <summary>The hint without music.</summary>
    public static FormHint None { get; } = Empty();

    /// <summary>All classes, in the order of the graph's input.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<short> Classes => this;

    /// <summary>
    /// The class of the bar in which the last note ends, counted from the opening of the phrase: 0 before it, then 1 to
    /// <see cref="PhraseBars"/>, then in a circle from <see cref="PhraseBars"/> + 1 to <see cref="Places"/> - 1.
    /// </summary>
    public readonly int Place => Classes[0];

    /// <summary>The class of a place (<see cref="Place"/>).</summary>
    /// <param name="bars">The number of bars since the opening of the phrase; negative before it.</param>
    public static int PlaceOf(long bars) =>
        bars < 0 ? 0
        : bars < PhraseBars ? 1 + (int)bars
        : 1 + PhraseBars + (int)(bars % PhraseBars);

    /// <summary>A reference, 0 to <see cref="FormMemory.References"/> - 1.</summary>
    public readonly FormReference Reference(int reference)
    {
        var at = Classes.Slice(1 + (reference * Columns), Columns);
        return new(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]);
    }

    /// <inheritdoc/>
    public readonly bool Equals(FormHint other) => Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is FormHint other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (short one in Classes)
            hash.Add(one);
        return hash.ToHashCode();
    }

    /// <summary>Whether two hints are equal.</summary>
    public static bool operator ==(FormHint left, FormHint right) => left.Equals(right);

    /// <summary>Whether two hints differ.</summary>
    public static bool operator !=(FormHint left, FormHint right) => !left.Equals(right);

    internal void SetPlace(int place) => this[0] = (short)place;

    internal void Set(int reference, in FormReference value)
    {
        Span<short> at = this[(1 + (reference * Columns))..(1 + ((reference + 1) * Columns))];
        (at[0], at[1], at[2]) = ((short)value.Ioi, (short)value.Pitch, (short)value.Duration);
        (at[3], at[4], at[5]) = ((short)value.Run, (short)value.Followed, (short)value.Rhythm);
        (at[6], at[7]) = ((short)value.Steps, (short)value.StepsRun);
    }

    private static FormHint Empty()
    {
        var hint = default(FormHint);
        for (int reference = 0; reference < FormMemory.References; reference++)
            hint.Set(reference, FormReference.None);
        return hint;
    }
}
