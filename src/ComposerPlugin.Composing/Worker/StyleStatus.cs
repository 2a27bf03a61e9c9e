using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>The state of an instance's style.</summary>
/// <param name="State">Whether it plays.</param>
/// <param name="Folder">The folder of the style; null if there is none.</param>
/// <param name="Style">The style.json of the style that plays; null if none does.</param>
/// <param name="Error">
/// Why the style cannot be loaded, or, while one plays, why another one that was chosen cannot: one sentence for the user.
/// </param>
/// <param name="LoadTime">The time that loading took; near zero if another instance had loaded it.</param>
public sealed record StyleStatus(StyleState State, string? Folder, StyleFile? Style, string? Error, TimeSpan LoadTime)
{
    /// <summary>The execution provider; null if no style plays.</summary>
    public ProviderStatus? Provider { get; init; }

    /// <summary>How often a style chosen while playing was not ready when it was due; the former one kept playing.</summary>
    public int LateChanges { get; init; }

    /// <summary>No style is chosen.</summary>
    public static StyleStatus None { get; } = new(StyleState.None, null, null, null, TimeSpan.Zero);

    /// <summary>A style is loading.</summary>
    public static StyleStatus Loading(string folder) => new(StyleState.Loading, folder, null, null, TimeSpan.Zero);
}
