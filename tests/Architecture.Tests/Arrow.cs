namespace Architecture.Tests;

/// <summary>One project or folder uses another.</summary>
internal readonly record struct Arrow(string From, string To) : IComparable<Arrow>
{
    public int CompareTo(Arrow other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => $"{From} --> {To}";
}
