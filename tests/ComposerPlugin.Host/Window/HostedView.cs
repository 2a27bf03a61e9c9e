using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>[main] A plugin's view (IPlugView) as a host holds it.</summary>
public sealed unsafe class HostedView : IDisposable
{
    private readonly PlugViewTable** _view;
    private bool _isOpen;

    internal HostedView(void* view) => _view = (PlugViewTable**)view;

    /// <summary>Its size, in pixels.</summary>
    public ViewSize Size
    {
        get
        {
            ViewRect rect = default;
            (*_view)->GetSize(_view, &rect);
            return new(rect.Right - rect.Left, rect.Bottom - rect.Top);
        }
    }

    /// <summary>The references that were left when it was released.</summary>
    public uint ReferencesLeft { get; private set; }

    /// <summary>Sets the scale of its content (IPlugViewContentScaleSupport).</summary>
    public void SetScale(float factor)
    {
        var scale = (ContentScaleTable**)HostUnknown.QueryInterface(_view, InterfaceIds.ContentScale);
        if (scale == null)
            throw new InvalidOperationException("The view does not support a scale of its content.");
        (*scale)->SetContentScaleFactor(scale, factor);
        HostUnknown.Release(scale);
    }

    /// <summary>Opens it in a window of the host; false if it refuses.</summary>
    public bool Open(nuint parent, PlugFrameObject frame)
    {
        (*_view)->SetFrame(_view, frame.Pointer);
        fixed (byte* type = OperatingSystem.IsWindows() ? "HWND\0"u8 : "X11EmbedWindowID\0"u8)
            _isOpen = (*_view)->Attached(_view, (void*)parent, type) == Result.Ok;
        return _isOpen;
    }

    /// <summary>Gives it another size.</summary>
    public void Resize(ViewSize size)
    {
        var rect = new ViewRect { Right = size.Width, Bottom = size.Height };
        (*_view)->OnSize(_view, &rect);
    }

    /// <summary>Closes and releases it.</summary>
    public void Dispose()
    {
        if (_isOpen)
            (*_view)->Removed(_view);
        _isOpen = false;
        (*_view)->SetFrame(_view, null);
        ReferencesLeft = (*_view)->Unknown.Release(_view);
    }
}
