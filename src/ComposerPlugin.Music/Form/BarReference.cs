using System.Globalization;

namespace ComposerPlugin.Music;

/// <summary>
/// What a bar refers to: an earlier bar, and how closely it follows that. Its letter in an analysis of form, so to speak.
/// </summary>
/// <param name="Back">How many bars before, one of <see cref="Distances"/>; 0 if it is new.</param>
/// <param name="Relation">How closely it follows.</param>
public readonly record struct BarReference(int Back, BarRelation Relation)
{
    /// <summary>The number of different references.</summary>
    public const int Count = 1 + (Kinds * 9);

    private const int Kinds = (int)BarRelation.Same;

    private const string NewName = "new";

    // For each relation, its mark in a name.
    private static readonly char[] _marks = [' ', 'r', '~', '='];

    /// <summary>A bar that refers to none.</summary>
    public static BarReference New => default;

    /// <summary>
    /// The distances, in bars. Where a bar follows several earlier ones as closely, it refers to the first of them in this order, unless it
    /// goes on at the distance of the bar before.
    /// </summary>
    public static ReadOnlySpan<byte> Distances => [4, 8, 2, 1, 16, 12, 6, 3, 32];

    /// <summary>The number of this reference, 0 to <see cref="Count"/> - 1.</summary>
    public int Index => Relation == BarRelation.New ? 0 : 1 + (Distances.IndexOf((byte)Back) * Kinds) + (int)Relation - 1;

    /// <summary>The reference of a number, 0 to <see cref="Count"/> - 1.</summary>
    public static BarReference At(int index) =>
        index == 0 ? New : new(Distances[(index - 1) / Kinds], (BarRelation)(1 + ((index - 1) % Kinds)));

    /// <summary>Reads a name, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out BarReference reference)
    {
        reference = New;
        if (name is NewName)
            return true;
        if (name.Length < 2 || !int.TryParse(name[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int back))
            return false;
        int relation = Array.IndexOf(_marks, name[^1]);
        if (relation <= 0 || back > byte.MaxValue || !Distances.Contains((byte)back))
            return false;
        reference = new(back, (BarRelation)relation);
        return true;
    }

    /// <summary>Its name: "new", or the distance with "=" for the same, "~" for varied, "r" for the rhythm alone.</summary>
    public override string ToString() =>
        Relation == BarRelation.New ? NewName : string.Create(CultureInfo.InvariantCulture, $"{Back}{_marks[(int)Relation]}");
}
