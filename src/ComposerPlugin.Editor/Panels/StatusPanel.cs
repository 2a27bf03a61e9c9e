namespace ComposerPlugin.Editor;

/// <summary>[main] To come.</summary>
internal sealed class StatusPanel(IEditorModel model) : Widget
{
    /// <summary>Its model.</summary>
    public IEditorModel Model => model;

    /// <summary>Shows a message for some seconds.</summary>
    public void Say(string message) => _ = message;
}
