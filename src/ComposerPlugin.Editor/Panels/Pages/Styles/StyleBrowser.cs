using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] To come.</summary>
internal sealed class StyleBrowser(IEditorModel model, SKRect anchor) : Popup
{
    /// <inheritdoc/>
    public override string Name => model.HostName;

    /// <inheritdoc/>
    public override SKRect Place(SKSize window) => PlaceBelow(anchor, new(400, 300), window);
}
