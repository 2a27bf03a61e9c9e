using System.Diagnostics.CodeAnalysis;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The window as a host sees it: joins the panels, their picture and a window of the system. Open and Close are called in turn.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Close disposes of what Open made.")]
public sealed class EditorView : IWindowEvents, IWidgetHost
{
    /// <summary>The size of the drawing that everything fits into, in units.</summary>
    internal const int DesignWidth = 1040, DesignHeight = 660;

    private const int MostPixels = 8192, TickMilliseconds = 33;
    private const float Smallest = 0.75f;

    private readonly IEditorModel _model;
    private readonly Func<nint, EditorSize, IWindowEvents, IPlatformWindow> _newWindow;
    private EditorSettings _settings;
    private Canvas? _canvas;
    private RootWidget? _root;
    private MainPanel? _main;
    private IPlatformWindow? _window;
    private IEditorHost? _host;
    private float _hostScale = 1;

    /// <summary>A window that shows this.</summary>
    public EditorView(IEditorModel model)
        : this(model, PlatformWindows.Create)
    {
    }

    // Tests bring a window without a system.
    internal EditorView(IEditorModel model, Func<nint, EditorSize, IWindowEvents, IPlatformWindow> newWindow)
    {
        (_model, _newWindow, _settings) = (model, newWindow, model.Settings);
        Size = PreferredSize;
    }

    /// <summary>The size, also before it is open.</summary>
    public EditorSize Size { get; private set; }

    /// <summary>Units of <see cref="Size"/> in a unit of the drawing; 1 while it is closed.</summary>
    public float UnitScale => _canvas is { } canvas && _window is { } window ? canvas.Scale / window.PixelsPerUnit : 1;

    /// <summary>
    /// Gets the exceptions of events that the system sends to the window itself, on Windows and macOS. All others reach the caller.
    /// </summary>
    public Action<Exception>? Failed { get; set; }

    /// <summary>Whether it can live in such a parent: X11EmbedWindowID, HWND or NSView.</summary>
    public static bool Supports(string platformType) => platformType == PlatformWindows.Type;

    /// <inheritdoc/>
    Theme IWidgetHost.Theme => Theme;

    /// <inheritdoc/>
    SKSize IWidgetHost.Size => _canvas?.Size ?? new(DesignWidth, DesignHeight);

    /// <inheritdoc/>
    string? IWidgetHost.HelpText => _root?.HelpText;

    /// <summary>All widgets; null while the window is closed.</summary>
    internal RootWidget? Root => _root;

    private Theme Theme => _settings.IsLight ? Theme.Light : Theme.Dark;

    private EditorSize PreferredSize => SizeAt(_settings.Size);

    /// <summary>Makes the window in its parent.</summary>
    /// <param name="parent">The parent: an X11 window id, an HWND or an NSView.</param>
    /// <param name="host">The host.</param>
    /// <exception cref="InvalidOperationException">The system gives no window, or the host has no run loop on Linux.</exception>
    public void Open(nint parent, IEditorHost host)
    {
        _host = host;
        // First: without the window there is nothing to take back.
        _window = _newWindow(parent, Size, this);
        if (_window.File >= 0 && !host.Run(_window.File, TickMilliseconds))
        {
            _window.Dispose();
            _window = null;
            throw new InvalidOperationException("The host has no run loop, which a window needs on Linux.");
        }
        _main = new(_model);
        _root = new(_main) { ShowsTooltips = _settings.ShowsTooltips };
        _root.Enter(this);
        _canvas = new();
        Arrange();
        if (!_model.Settings.HasSeenFirstRun)
            _root.Open(new FirstRunPage(_model), this);
        Tick();
    }

    /// <summary>Destroys the window.</summary>
    public void Close()
    {
        _root?.LetGo();
        _window?.Dispose();
        _root?.Dispose();
        _canvas?.Dispose();
        (_window, _root, _main, _canvas, _host) = (null, null, null, null, null);
    }

    /// <summary>The host has given it this size.</summary>
    public void Resize(EditorSize size)
    {
        Size = Constrain(size);
        if (_window is null)
            return;
        _window.Resize(Size);
        Arrange();
        Refresh();
    }

    /// <summary>The nearest size that it can have.</summary>
    public EditorSize Constrain(EditorSize size) => new(
        Math.Clamp(size.Width, (int)(DesignWidth * Smallest * _hostScale), MostPixels),
        Math.Clamp(size.Height, (int)(DesignHeight * Smallest * _hostScale), MostPixels));

    /// <summary>Sets the pixels in a unit, on systems where the host says so.</summary>
    public void Rescale(float factor)
    {
        if (factor == _hostScale)
            return;
        var size = new EditorSize(
            (int)MathF.Round(Size.Width / _hostScale * factor), (int)MathF.Round(Size.Height / _hostScale * factor));
        _hostScale = factor;
        if (_host?.RequestSize(size) != true)
            Resize(size);
        if (_window is null)
            return;
        // A host that takes the size for its own pixels gives back the same one.
        Arrange();
        Refresh();
    }

    /// <summary>Linux: the window's file has something to read.</summary>
    public void FileReady()
    {
        _window?.ReadEvents();
        StopIfLost();
    }

    /// <summary>Looks what has changed, and draws it. Called about thirty times a second.</summary>
    public void Tick()
    {
        _window?.Tick();
        StopIfLost();
        if (_root is null)
            return;
        _model.Refresh();
        if (_model.Settings != _settings)
            Use(_model.Settings);
        if (_model.TakeMessage() is { } message)
            ((IWidgetHost)this).Say(message);
        _root.Tick();
        Refresh();
    }

    /// <summary>A key that came by way of the host; true if it was used.</summary>
    public bool KeyDown(in KeyEvent e) => _root is not null && ((IWindowEvents)this).KeyDown(e);

    /// <inheritdoc/>
    void IWindowEvents.Pointer(in PointerEvent e)
    {
        if (_root is not { } root || _canvas is not { } canvas)
            return;
        root.Pointer(e with { X = e.X / canvas.Scale, Y = e.Y / canvas.Scale });
        FollowFocus();
        Refresh();
    }

    /// <inheritdoc/>
    bool IWindowEvents.KeyDown(in KeyEvent e)
    {
        bool isUsed = _root?.KeyDown(e) ?? false;
        FollowFocus();
        Refresh();
        return isUsed;
    }

    /// <inheritdoc/>
    void IWindowEvents.Expose(SKRectI part)
    {
        if (_canvas is { } canvas)
            _window?.Present(canvas, SKRectI.Intersect(part, SKRectI.Create(canvas.Width, canvas.Height)));
    }

    /// <inheritdoc/>
    void IWindowEvents.Tick() => Tick();

    /// <inheritdoc/>
    void IWindowEvents.LostKeys()
    {
        _root?.Focus(null, isShown: false);
        Refresh();
    }

    /// <inheritdoc/>
    void IWindowEvents.Dropped(string path)
    {
        ((IWidgetHost)this).Say(_model.Styles.TakeDropped(path));
        Refresh();
    }

    /// <inheritdoc/>
    void IWindowEvents.Rescaled()
    {
        if (_window is null || _root is null || _canvas is null)
            return;
        Arrange();
        Refresh();
    }

    /// <inheritdoc/>
    void IWindowEvents.Failed(Exception exception) => Failed?.Invoke(exception);

    /// <inheritdoc/>
    bool IWidgetHost.Fits(int percent) => _window?.Screens is not { } screens || SizeAt(percent) is var size
        && size.Width <= screens.Width && size.Height <= screens.Height;

    /// <inheritdoc/>
    void IWidgetHost.Invalidate(SKRect part) => _canvas?.Invalidate(part);

    /// <inheritdoc/>
    bool IWidgetHost.HasKeys(Widget widget) => _root is { ShowsFocus: true } root && root.Focused == widget;

    /// <inheritdoc/>
    bool IWidgetHost.HasPointer(Widget widget) => _root?.Hovered == widget;

    /// <inheritdoc/>
    void IWidgetHost.Focus(Widget? widget) => _root?.Focus(widget, isShown: widget is not null);

    /// <inheritdoc/>
    void IWidgetHost.OpenPopup(Popup popup) => _root?.Open(popup, this);

    /// <inheritdoc/>
    void IWidgetHost.ClosePopup(Popup popup) => _root?.Close(popup);

    /// <inheritdoc/>
    void IWidgetHost.DragFile(string path)
    {
        _root?.LetGo();
        _window?.DragFile(path);
    }

    /// <inheritdoc/>
    void IWidgetHost.CopyText(string text) => _window?.CopyText(text);

    /// <inheritdoc/>
    void IWidgetHost.Say(string message)
    {
        _main?.Say(message);
        _root?.TopPopup?.Say(message);
    }

    private EditorSize SizeAt(int percent)
    {
        float zoom = percent / 100f * _hostScale;
        return new((int)MathF.Round(DesignWidth * zoom), (int)MathF.Round(DesignHeight * zoom));
    }

    private void StopIfLost()
    {
        if (_window is { IsLost: true })
            _host?.Stop();
    }

    // Another size is asked of the host, which answers by Resize.
    private void Use(EditorSettings settings)
    {
        bool isResized = settings.Size != _settings.Size;
        _settings = settings;
        if (_root is { } root)
            root.ShowsTooltips = settings.ShowsTooltips;
        if (isResized && _host?.RequestSize(PreferredSize) != true)
            Resize(PreferredSize);
        if (_canvas is { } canvas)
            canvas.Invalidate(SKRect.Create(canvas.Size));
    }

    private void FollowFocus() => _window?.TakeKeys(_root?.Focused is not null || _root?.TopPopup is { WantsKeys: true });

    // A window smaller than the drawing at its size is drawn smaller; a larger one has more room.
    private void Arrange()
    {
        float pixels = _window!.PixelsPerUnit, zoom = _settings.Size / 100f * _hostScale;
        zoom = Math.Min(zoom, Math.Min(Size.Width / (float)DesignWidth, Size.Height / (float)DesignHeight));
        _canvas!.Resize((int)MathF.Round(Size.Width * pixels), (int)MathF.Round(Size.Height * pixels), zoom * pixels);
        _root!.Bounds = SKRect.Create(_canvas.Size);
    }

    private void Refresh()
    {
        if (_canvas is not { } canvas || _root is not { } root)
            return;
        var part = canvas.Paint(root, Theme);
        if (!part.IsEmpty)
            _window?.Present(canvas, part);
    }
}
