namespace ComposerPlugin.Vst3;

/// <summary>Optional, implemented by the <see cref="IController"/> object: it has an editor.</summary>
public interface IViewSource
{
    /// <summary>
    /// [main] Creates a view that is not open; null if there can be none, so that the host shows its generic parameter view. Hosts may
    /// create several. An open view is closed before <see cref="IPluginInstance.Terminate"/> is called, and none is opened afterwards.
    /// </summary>
    IView? CreateView();
}
