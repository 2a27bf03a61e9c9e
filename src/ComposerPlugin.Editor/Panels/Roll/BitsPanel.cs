namespace ComposerPlugin.Editor;

/// <summary>[main] To come.</summary>
internal sealed class BitsPanel(IEditorModel model, RollPanel roll) : Widget
{
    /// <summary>Its model.</summary>
    public IEditorModel Model => model;

    /// <summary>The roll above it.</summary>
    public RollPanel Roll => roll;
}
