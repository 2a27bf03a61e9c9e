using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>The result of loading a style: a model that does not play yet, or an error.</summary>
/// <param name="Style">The style of the model; null if it could not be loaded.</param>
/// <param name="Model">The model.</param>
/// <param name="Error">The error, in a sentence for the user.</param>
/// <param name="LoadTime">The time that loading took.</param>
internal sealed record StyleLoadResult(LoadedStyle? Style, MelodyModel? Model, string? Error, TimeSpan LoadTime) : IDisposable
{
    /// <summary>[any] Disposes of the model and releases the style.</summary>
    public void Dispose()
    {
        Model?.Dispose();
        if (Style is not null)
            StyleCache.Release(Style);
    }
}
