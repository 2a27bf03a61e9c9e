using ComposerPlugin.Editor;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] The window as a VST3 view: passes what the host says to the editor, and what the editor asks to the host.</summary>
internal sealed class WindowView : IView, IEditorHost
{
    private readonly WindowModel _model;
    private readonly EditorView _editor;
    private IViewHost? _host;

    /// <summary>A window of an instance, closed at first.</summary>
    public WindowView(WindowModel model)
    {
        SkiaLibrary.LoadFrom(ModulePath.Folder);
        _model = model;
        _editor = new(model) { Failed = EntryErrors.Add };
    }

    /// <inheritdoc/>
    public ViewSize Size => new(_editor.Size.Width, _editor.Size.Height);

    /// <inheritdoc/>
    public bool Supports(string platformType) => EditorView.Supports(platformType);

    /// <inheritdoc/>
    public bool Open(nint parent, IViewHost host)
    {
        _host = host;
        _model.Open();
        _model.HostMenu = ShowMenu;
        try
        {
            _editor.Open(parent, this);
            return true;
        }
        catch (InvalidOperationException)
        {
            // No display, or no run loop: the host shows its own list of parameters.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        _editor.Close();
        _model.HostMenu = null;
        _model.Close();
        _host = null;
    }

    /// <inheritdoc/>
    public void Resize(ViewSize size) => _editor.Resize(new(size.Width, size.Height));

    /// <inheritdoc/>
    public ViewSize Constrain(ViewSize size)
    {
        var nearest = _editor.Constrain(new(size.Width, size.Height));
        return new(nearest.Width, nearest.Height);
    }

    /// <inheritdoc/>
    public void Rescale(float factor) => _editor.Rescale(factor);

    /// <inheritdoc/>
    public bool KeyDown(in KeyStroke key)
    {
        bool isShift = key.Modifiers.HasFlag(KeyModifiers.Shift), isControl = key.Modifiers.HasFlag(KeyModifiers.Command);
        return _editor.KeyDown(new(KeyOf(key.Key), key.Character, isShift, isControl));
    }

    /// <inheritdoc/>
    public bool Wheel(float distance) => false;

    /// <inheritdoc/>
    public void FileReady() => _editor.FileReady();

    /// <inheritdoc/>
    public void Tick() => _editor.Tick();

    /// <inheritdoc/>
    bool IEditorHost.RequestSize(EditorSize size) => _host?.RequestSize(new(size.Width, size.Height)) ?? false;

    /// <inheritdoc/>
    bool IEditorHost.Run(int file, int tickMilliseconds) => _host?.Run(file, tickMilliseconds) ?? false;

    /// <inheritdoc/>
    void IEditorHost.Stop() => _host?.Stop();

    private static Key KeyOf(VirtualKey key) => key switch
    {
        VirtualKey.Left => Key.Left,
        VirtualKey.Right => Key.Right,
        VirtualKey.Up => Key.Up,
        VirtualKey.Down => Key.Down,
        VirtualKey.Home => Key.Home,
        VirtualKey.End => Key.End,
        VirtualKey.PageUp => Key.PageUp,
        VirtualKey.PageDown => Key.PageDown,
        VirtualKey.Tab => Key.Tab,
        VirtualKey.Return or VirtualKey.Enter => Key.Return,
        VirtualKey.Escape => Key.Escape,
        VirtualKey.Back => Key.Backspace,
        VirtualKey.Delete => Key.Delete,
        VirtualKey.ContextMenu => Key.Menu,
        _ => Key.None,
    };

    // Units of the drawing to those of the host.
    private bool ShowMenu(uint id, float x, float y) =>
        _host?.ShowHostMenu(id, (int)(x * _editor.UnitScale), (int)(y * _editor.UnitScale)) ?? false;
}
