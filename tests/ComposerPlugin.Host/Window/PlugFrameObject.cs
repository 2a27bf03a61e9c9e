using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>The host's window around a view (IPlugFrame). It records the sizes that the view requests.</summary>
public sealed unsafe class PlugFrameObject : HostObject
{
    private static readonly PlugFrameTable* _table = TableMemory.Keep(typeof(PlugFrameObject), new PlugFrameTable
    {
        Unknown = Unknown,
        ResizeView = &ResizeView,
    });

    private readonly List<ViewSize> _requests = [];

    /// <summary>A frame with a run loop, or without one.</summary>
    public PlugFrameObject(RunLoopObject? runLoop)
    {
        Pointer = Offer(InterfaceIds.PlugFrame, _table);
        if (runLoop is not null)
            Lend(InterfaceIds.RunLoop, runLoop.Pointer);
    }

    /// <summary>The requested sizes.</summary>
    public IReadOnlyList<ViewSize> Requests => _requests;

    /// <summary>Whether the frame resizes the view on request, inside the view's call.</summary>
    public bool Accepts { get; set; } = true;

    /// <summary>What happens inside a request.</summary>
    public Action? OnRequest { get; set; }

    internal void* Pointer { get; }

    [UnmanagedCallersOnly]
    private static int ResizeView(void* self, void* view, ViewRect* rect)
    {
        var frame = Of<PlugFrameObject>(self);
        frame._requests.Add(new(rect->Right - rect->Left, rect->Bottom - rect->Top));
        frame.OnRequest?.Invoke();
        return frame.Accepts ? (*(PlugViewTable**)view)->OnSize(view, rect) : Result.False;
    }
}
