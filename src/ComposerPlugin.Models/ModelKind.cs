namespace ComposerPlugin.Models;

/// <summary>The kinds of model that a style can hold, as style.json names them, and the graphs that each needs.</summary>
public static class ModelKind
{
    /// <summary>Long short-term memory.</summary>
    public const string Lstm = "lstm";

    /// <summary>Gated recurrent units.</summary>
    public const string Gru = "gru";

    private static readonly string[] _stepAndHeads = [GraphRole.Step, GraphRole.Pitch, GraphRole.Duration, GraphRole.Velocity];

    private static readonly Dictionary<string, string[]> _roles = new()
    {
        [Lstm] = _stepAndHeads,
        [Gru] = _stepAndHeads,
    };

    /// <summary>All kinds that this version plays.</summary>
    public static IReadOnlyCollection<string> All => _roles.Keys;

    /// <summary>The graph roles that a kind needs; none when the kind is unknown.</summary>
    public static IReadOnlyList<string> RolesOf(string kind) => _roles.TryGetValue(kind, out var roles) ? roles : [];
}
