namespace ComposerPlugin.Editor;

/// <summary>[main] To come.</summary>
internal sealed class ControlsPanel(IEditorModel model) : Widget
{
    /// <summary>Its model.</summary>
    public IEditorModel Model => model;
}
