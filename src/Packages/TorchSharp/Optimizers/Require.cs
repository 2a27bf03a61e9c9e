namespace TorchSharp.Modules;

/// <summary>What the optimisers ask of their numbers.</summary>
internal static class Require
{
    public static void NotNegative(string what, double value)
    {
        if (value < 0)
            throw new ArgumentException($"Invalid {what}: {value}");
    }

    public static void Fraction(string what, double value)
    {
        if (value is < 0 or >= 1)
            throw new ArgumentException($"Invalid {what}: {value}");
    }
}
