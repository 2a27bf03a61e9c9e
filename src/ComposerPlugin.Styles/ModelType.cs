namespace ComposerPlugin.Styles;

/// <summary>The kinds of model that a style can hold, as style.json names them, and the graphs that each needs.</summary>
public static class ModelType
{
    /// <summary>Long short-term memory.</summary>
    public const string Lstm = "lstm";

    /// <summary>Gated recurrent units.</summary>
    public const string Gru = "gru";

    /// <summary>Decoder that attends to the steps before.</summary>
    public const string Transformer = "transformer";

    /// <summary>Variational autoencoder of passages of whole bars.</summary>
    public const string Vae = "vae";

    /// <summary>Generator of one bar after the other, trained against a discriminator.</summary>
    public const string Gan = "gan";

    /// <summary>Several styles that go note by note, as one: every state of each, and the mean of their probabilities.</summary>
    public const string Ensemble = "ensemble";

    private static readonly string[] _stepAndHeads = [GraphRole.Step, GraphRole.Ioi, GraphRole.Pitch, GraphRole.Duration, GraphRole.Velocity];

    private static readonly Dictionary<string, string[]> _roles = new()
    {
        [Lstm] = _stepAndHeads,
        [Gru] = _stepAndHeads,
        [Ensemble] = _stepAndHeads,
        [Transformer] = _stepAndHeads,
        [Vae] = [.. _stepAndHeads, GraphRole.Encode],
        [Gan] = [GraphRole.Bar],
    };

    /// <summary>All kinds that this version plays.</summary>
    public static IReadOnlyCollection<string> All => _roles.Keys;

    /// <summary>The graph roles that a kind needs; none when the kind is unknown.</summary>
    public static IReadOnlyList<string> RolesOf(string kind) => _roles.TryGetValue(kind, out var roles) ? roles : [];
}
