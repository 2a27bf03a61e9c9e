using ComposerPlugin.Editor;

namespace ComposerPlugin.Benchmarks;

/// <summary>A host that calls nothing by itself: the measurement ticks.</summary>
internal sealed class LoopOfNothing : IEditorHost
{
    public bool RequestSize(EditorSize size) => false;

    public bool Run(int file, int tickMilliseconds) => true;

    public void Stop()
    {
    }
}
