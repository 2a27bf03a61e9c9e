namespace ComposerPlugin.Editor;

/// <summary>[main] Everything in the window.</summary>
internal sealed class MainPanel(IEditorModel model) : Widget
{
    /// <summary>Shows a message in the status line for some seconds.</summary>
    public void Say(string message) => _ = (message, model);
}
