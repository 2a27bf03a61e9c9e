using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>How it stands with the style that a composer was told to use.</summary>
/// <param name="State">Whether it can be heard.</param>
/// <param name="Folder">The style's folder; null when there is none.</param>
/// <param name="Style">What the style.json of the style that plays says; null when none does.</param>
/// <param name="Trouble">Why it <see cref="StyleState.Failed"/>, or why another one, that was chosen while this one plays, cannot: one sentence for the user.</param>
/// <param name="LoadTime">How long it took to load; next to nothing when another instance plays it already.</param>
public sealed record StyleStatus(StyleState State, string? Folder, StyleFile? Style, string? Trouble, TimeSpan LoadTime)
{
    /// <summary>What the style runs on; null when none plays.</summary>
    public ProviderStatus? Provider { get; init; }

    /// <summary>How often a style that was chosen while another one played was not ready when it was due; the other one went on playing.</summary>
    public int LateChanges { get; init; }

    /// <summary>No style is chosen.</summary>
    public static StyleStatus None { get; } = new(StyleState.None, null, null, null, TimeSpan.Zero);

    /// <summary>A style that is to be loaded.</summary>
    public static StyleStatus Loading(string folder) => new(StyleState.Loading, folder, null, null, TimeSpan.Zero);
}
