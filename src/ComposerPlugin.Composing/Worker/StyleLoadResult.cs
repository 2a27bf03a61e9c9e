using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>What came of loading a style: a model of it that nobody plays yet, or a sentence that says why there is none.</summary>
/// <param name="Style">The style, held for the model; null when it could not be loaded.</param>
/// <param name="Model">The model.</param>
/// <param name="Trouble">What is wrong, for the user.</param>
/// <param name="LoadTime">How long loading took.</param>
internal sealed record StyleLoadResult(LoadedStyle? Style, MelodyModel? Model, string? Trouble, TimeSpan LoadTime) : IDisposable
{
    /// <summary>[any] Disposes of the model and lets go of the style.</summary>
    public void Dispose()
    {
        Model?.Dispose();
        if (Style is not null)
            StyleCache.Release(Style);
    }
}
