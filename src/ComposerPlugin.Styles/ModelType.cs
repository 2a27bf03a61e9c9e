namespace ComposerPlugin.Styles;

/// <summary>The model types, by their names in style.json, and the graphs of each.</summary>
public static class ModelType
{
    /// <summary>LSTM, long short-term memory.</summary>
    public const string Lstm = "lstm";

    /// <summary>GRU, gated recurrent units.</summary>
    public const string Gru = "gru";

    /// <summary>Decoder-only transformer.</summary>
    public const string Transformer = "transformer";

    /// <summary>Variational autoencoder of segments of whole bars.</summary>
    public const string Vae = "vae";

    /// <summary>Bar generator, trained against a discriminator.</summary>
    public const string Gan = "gan";

    /// <summary>Several note-by-note models in one: it averages their probabilities and has the states of all.</summary>
    public const string Ensemble = "ensemble";

    private static readonly string[] _stepAndHeads =
        [GraphRole.Step, GraphRole.Ioi, GraphRole.Pitch, GraphRole.Duration, GraphRole.Velocity];

    private static readonly Dictionary<string, string[]> _roles = new()
    {
        [Lstm] = _stepAndHeads,
        [Gru] = _stepAndHeads,
        [Ensemble] = _stepAndHeads,
        [Transformer] = _stepAndHeads,
        [Vae] = [.. _stepAndHeads, GraphRole.Encode],
        [Gan] = [GraphRole.Bar],
    };

    /// <summary>All model types that this version plays.</summary>
    public static IReadOnlyCollection<string> All => _roles.Keys;

    /// <summary>The graph roles of a model type; empty for an unknown type.</summary>
    public static IReadOnlyList<string> RolesOf(string type) => _roles.TryGetValue(type, out var roles) ? roles : [];
}
