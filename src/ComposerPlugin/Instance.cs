using System.Diagnostics.CodeAnalysis;
using ComposerPlugin.Editor;
using ComposerPlugin.Engine;
using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>One plugin instance: owns the processor, the controller and the composer worker.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The pool disposes of the composer when the host terminates the instance.")]
public sealed class Instance : IPluginInstance, IInstanceState, IWindowedInstance
{
    private const int RequestCapacity = 4096, ReplyCapacity = 4096, EditCapacity = 1024, MaxStateBytes = 16 << 20;

    private readonly ComposerWorker _composer;
    private readonly Controller _controller;
    private readonly Counters _counters = new();
    private readonly AnswerEngine _engine;
    private readonly bool _hasAudio;
    private PluginState _state = PluginState.Empty();
    private WindowModel? _window;
    private EditorSettings? _windowSettings;
    private string _hostName = "";

    // The folder and hash of the style that the loaded project was saved with.
    private string? _savedFolder;
    private string? _savedHash;

    /// <summary>[main] Creates an instance. No style is loaded before <see cref="Initialize"/>.</summary>
    /// <param name="hasAudio">Whether the instance has a stereo output.</param>
    public static Instance Create(bool hasAudio)
    {
        FloatingPointMode.Prepare();
        using var mode = FloatingPointMode.Standard();
        return new(hasAudio);
    }

    private Instance(bool hasAudio)
    {
        _hasAudio = hasAudio;
        var (requests, toCompose) = SpscQueue<ComposeRequest>.Create(RequestCapacity);
        var (composed, replies) = SpscQueue<ComposeReply>.Create(ReplyCapacity);
        var (edits, editsFromMain) = SpscQueue<TakeEdit>.Create(EditCapacity);
        var (audio, main) = ControllerQueues.Create();
        (var window, WindowFeed) = Engine.WindowFeed.Create();
        _composer = new(toCompose, composed, slot => StylePaths.Catalog.Current[slot]?.Folder, window.Worker);
        _controller = new(hasAudio, main, this);
        var engine = _engine = new AnswerEngine(requests, replies, _counters, window, editsFromMain);
        Processor = new Processor(hasAudio, engine, _counters, audio, () => PluginStatus.LevelOf(_composer));
        Takes = new(_composer, edits, () => engine.RecallTargets);
    }

    /// <inheritdoc/>
    public IComponentProcessor Processor { get; }

    /// <inheritdoc/>
    public IController Controller => _controller;

    /// <summary>[main] The takes, and what the musician does with them in the window.</summary>
    public TakeEditor Takes { get; }

    /// <inheritdoc/>
    public PluginStatus Status => PluginStatus.Create(
        _composer, _counters, (PlayMode)_controller.Plain(Parameters.Mode), HasChanged, EmptyPlace, TransportNotice);

    /// <inheritdoc/>
    public TransportNotice TransportNotice => _engine.TransportNotice;

    /// <summary>[main] What the instance reports to its window. One window at a time reads it.</summary>
    public WindowFeedReader WindowFeed { get; }

    // The place of Style that is chosen but holds no style, counted from 1; 0 if it holds one.
    private int EmptyPlace => (int)_controller.Plain(Parameters.Style) is < StyleCatalog.AsSaved and var slot
        && StylePaths.Catalog.Current[slot] is null ? slot + 1 : 0;

    private bool HasChanged => _savedHash is not null
        && _composer.Status is { Style.Hash: { } hash } status && status.Folder == _savedFolder && hash != _savedHash;

    /// <inheritdoc/>
    public void Initialize(HostApplication host)
    {
        ThreadCheck.Main();
        using var mode = FloatingPointMode.Standard();
        _hostName = host.Name;
        OnnxRuntimeLibrary.Folder = ModulePath.Folder;
        // Here and not when the library is loaded: that happens on the loader's thread.
        OnnxRuntimeTelemetry.SwitchOff();
        _state.Style = StylePaths.DefaultStyle;
        StylePaths.Catalog.Refresh();
        WorkerThread.EveryTwoSeconds = StylePaths.Catalog.Refresh;
        UseStyle(StylePaths.DefaultStyle);
        WorkerThread.Add(_composer);
    }

    /// <inheritdoc/>
    public void Terminate() => WorkerThread.Remove(_composer);

    /// <inheritdoc/>
    public bool GetState(HostStream stream) => Write(stream);

    /// <inheritdoc/>
    public bool SetState(HostStream stream) => Read(stream);

    /// <summary>[main] How the instance's window looks.</summary>
    public EditorSettings Window
    {
        get => _windowSettings ??= WindowSettings.Shared.Default;
        set => _windowSettings = value;
    }

    /// <inheritdoc/>
    public IView? CreateView()
    {
        ThreadCheck.Main();
        _window ??= new(_controller, _composer, _counters, this, _hasAudio, _hostName);
        return new WindowView(_window);
    }

    /// <inheritdoc/>
    public bool Write(HostStream stream)
    {
        ThreadCheck.Main();
        using var mode = FloatingPointMode.Standard();
        // A style without a slot keeps the id from the project.
        if (StylePaths.Catalog.Current[(int)_controller.Plain(Parameters.Style)] is { } chosen && chosen.Id != _state.Style)
            (_state.Style, _state.FormerStyleHash) = (chosen.Id, null);
        if (HasChanged)
            _state.FormerStyleHash = _savedHash;
        _controller.Save(_state);
        if (_windowSettings is not null)
            _state.Window = WindowSettings.ToJson(_windowSettings);
        WorkerThread.Settle(_composer);
        _state.Session = _composer.Session;
        if (_state.Style is { } style && StyleHash.Of(StylePaths.Folder(style)) is { } hash)
            _state.StyleHash = hash;
        return stream.TryWrite(_state.ToBytes());
    }

    /// <inheritdoc/>
    public bool Read(HostStream stream)
    {
        ThreadCheck.Main();
        using var mode = FloatingPointMode.Standard();
        if (!stream.TryReadToEnd(MaxStateBytes, out byte[] bytes) || !PluginState.TryRead(bytes, out var state))
            return false;
        _state = state;
        _controller.Load(state);
        if (state.Window is { } window)
            _windowSettings = WindowSettings.FromJson(window);
        Takes.Restore(state.Session);
        string style = state.Style ?? StylePaths.DefaultStyle;
        (_savedFolder, _savedHash) = (StylePaths.Folder(style), state.Style is null ? null : state.StyleHash);
        UseStyle(style);
        return true;
    }

    private void UseStyle(string id)
    {
        _controller.Set(Parameters.Style, StylePaths.Slot(id));
        string folder = StylePaths.Folder(id);
        var provider = (ExecutionProvider)_controller.Plain(Parameters.Provider);
        if (folder != _composer.Status.Folder || provider != _composer.Status.Provider?.Requested)
            _composer.UseStyle(folder, provider);
    }
}
