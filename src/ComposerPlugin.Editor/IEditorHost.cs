namespace ComposerPlugin.Editor;

/// <summary>[main] What an open window may ask of its host.</summary>
public interface IEditorHost
{
    /// <summary>Asks for another size; the host answers by <see cref="EditorView.Resize"/>, often before this returns.</summary>
    bool RequestSize(EditorSize size);

    /// <summary>Linux: has FileReady and Tick called from now on, from the host's run loop.</summary>
    /// <param name="file">The file descriptor to watch.</param>
    /// <param name="tickMilliseconds">The time between two ticks.</param>
    /// <returns>False if the host has no run loop; then nothing is called.</returns>
    bool Run(int file, int tickMilliseconds);

    /// <summary>Ends it.</summary>
    void Stop();
}
