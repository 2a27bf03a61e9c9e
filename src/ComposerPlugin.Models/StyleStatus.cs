namespace ComposerPlugin.Models;

/// <summary>How it stands with the style that a composer was told to use.</summary>
/// <param name="State">Whether it can be heard.</param>
/// <param name="Folder">The style's folder; null when there is none.</param>
/// <param name="Style">What its style.json says, once it is <see cref="StyleState.Ready"/>.</param>
/// <param name="Trouble">Why it <see cref="StyleState.Failed"/>: one sentence for the user.</param>
/// <param name="LoadTime">How long it took to load; next to nothing when another instance plays it already.</param>
public sealed record StyleStatus(StyleState State, string? Folder, StyleFile? Style, string? Trouble, TimeSpan LoadTime)
{
    /// <summary>No style is chosen.</summary>
    public static StyleStatus None { get; } = new(StyleState.None, null, null, null, TimeSpan.Zero);

    /// <summary>A style that is to be loaded.</summary>
    public static StyleStatus Loading(string folder) => new(StyleState.Loading, folder, null, null, TimeSpan.Zero);
}
