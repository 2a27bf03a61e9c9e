using System.Globalization;

namespace ComposerPlugin.Music;

/// <summary>
/// What a bar refers to: an earlier bar, and how closely it follows that. Its letter in an analysis of form, so to speak.
/// </summary>
/// <param name="Back">
/// How many bars before; 0 if it is new. In a <see cref="BarChain"/> it is one of <see cref="Distances"/>, or <see cref="Opening"/>.
/// </param>
/// <param name="Relation">How closely it follows.</param>
public readonly record struct BarReference(int Back, BarRelation Relation)
{
    /// <summary>The number of different references.</summary>
    public const int Count = 1 + (Kinds * 10);

    /// <summary>
    /// The distance, in a chain, of a bar that refers to the opening of the phrase at none of <see cref="Distances"/>, or that goes on at
    /// such a distance: so the opening is known to return in phrases of any length.
    /// </summary>
    public const int Opening = -1;

    private const int Kinds = (int)BarRelation.Same;

    private const string NewName = "new", OpeningName = "o";

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
    public int Index => Relation == BarRelation.New ? 0 : 1 + (Group * Kinds) + (int)Relation - 1;

    /// <summary>Whether it refers to an earlier bar at none of <see cref="Distances"/>.</summary>
    public bool IsElsewhere => Relation != BarRelation.New && Group == Distances.Length;

    private int Group => IsUsual(Back) ? Distances.IndexOf((byte)Back) : Distances.Length;

    /// <summary>Whether a distance is one of <see cref="Distances"/>.</summary>
    public static bool IsUsual(int back) => back is > 0 and <= byte.MaxValue && Distances.Contains((byte)back);

    /// <summary>The reference of a number, 0 to <see cref="Count"/> - 1, as in a chain.</summary>
    public static BarReference At(int index)
    {
        if (index == 0)
            return New;
        var (group, relation) = Math.DivRem(index - 1, Kinds);
        return new(group < Distances.Length ? Distances[group] : Opening, (BarRelation)(1 + relation));
    }

    /// <summary>The reference of a bar with its distance, also in place of <see cref="Opening"/>.</summary>
    /// <param name="bars">The bars since the opening of the phrase.</param>
    /// <param name="last">The reference of the bar before, with its distance.</param>
    public BarReference In(int bars, BarReference last) =>
        Back != Opening ? this : this with { Back = last.IsElsewhere ? last.Back : bars };

    /// <summary>Reads a name, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out BarReference reference)
    {
        reference = New;
        if (name is NewName)
            return true;
        if (name.Length < 2)
            return false;
        int relation = Array.IndexOf(_marks, name[^1]), back = Opening;
        bool isKnown = name[..^1] is OpeningName
            || (int.TryParse(name[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out back) && IsUsual(back));
        if (relation <= 0 || !isKnown)
            return false;
        reference = new(back, (BarRelation)relation);
        return true;
    }

    /// <summary>
    /// Its name: "new", or the distance with "=" for the same, "~" for varied, "r" for the rhythm alone; "o" for <see cref="Opening"/>.
    /// </summary>
    public override string ToString() =>
        Relation == BarRelation.New ? NewName
        : Back == Opening ? $"{OpeningName}{_marks[(int)Relation]}"
        : string.Create(CultureInfo.InvariantCulture, $"{Back}{_marks[(int)Relation]}");
}
