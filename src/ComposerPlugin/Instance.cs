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
    private const int RequestCapacity = 4096, ReplyCapacity = 4096, EditCapacity = 1024, MaxStateBytes = 16 << 20, MaxKeptBytes = 4 << 20;

    private readonly ComposerWorker _composer;
    private readonly Controller _controller;
    private readonly Counters _counters = new();
    private readonly bool _hasAudio;
    private PluginState _state = PluginState.Empty();
    private WindowModel? _window;
    private EditorSettings? _windowSettings;
    private string _hostName = "";

    // The folder and hash of the style that the loaded project was saved with.
    private string? _savedFolder;
    private string? _savedHash;

    // Hosts load and save on threads of their own. Never held while the host is called, but for its stream.
    private readonly Lock _gate = new();
    private readonly AnswerEngine _engine;

    // What the status says of a state that could not be read, and its bytes, if they are kept; null if the last one could be read.
    private string? _refusal;
    private byte[]? _refused;

    // The folder of the style that plays at the value "as saved" of the style's parameter.
    private string? _asSaved;

    /// <summary>[main] Creates an instance. No style is loaded before <see cref="Initialize"/>.</summary>
    /// <param name="hasAudio">Whether the instance has a stereo output.</param>
    public Instance(bool hasAudio)
    {
        _hasAudio = hasAudio;
        var (requests, toCompose) = SpscQueue<ComposeRequest>.Create(RequestCapacity);
        var (composed, replies) = SpscQueue<ComposeReply>.Create(ReplyCapacity);
        var (edits, editsFromMain) = SpscQueue<TakeEdit>.Create(EditCapacity);
        var (audio, main) = ControlEnd.Create();
        var loadedTakes = new LatestValue<LoadedTakes>();
        (var window, WindowFeed) = Engine.WindowFeed.Create();
        _composer = new(toCompose, composed, FolderOf, window.Worker);
        _controller = new(hasAudio, main, this);
        _engine = new(requests, replies, _counters, window, editsFromMain, loadedTakes);
        _engine.Patience.HasWorker = false;
        Processor = new Processor(hasAudio, _engine, _counters, audio);
        Takes = new(_composer, edits, loadedTakes, () => _engine.RecallTargets);
    }

    /// <inheritdoc/>
    public IComponentProcessor Processor { get; }

    /// <inheritdoc/>
    public IController Controller => _controller;

    /// <summary>[main] The takes, and what the musician does with them in the window.</summary>
    public TakeEditor Takes { get; }

    /// <inheritdoc/>
    public PluginStatus Status => PluginStatus.Create(
        _composer, _counters, (PlayMode)_controller.Plain(Parameters.Mode), new(ProjectError, HasChanged));

    /// <summary>[main] What the instance reports to its window. One window at a time reads it.</summary>
    public WindowFeedReader WindowFeed { get; }

    private bool HasChanged => _savedHash is not null
        && _composer.Status is { Style.Hash: { } hash } status && status.Folder == _savedFolder && hash != _savedHash;

    private string? ProjectError => _refusal ?? (
        _controller.Plain(Parameters.Style) == StyleCatalog.AsSaved && _state.Style is { } style && StylePaths.Folder(style) is null
            ? $"There is no style folder \"{TakeName.Clean(style)}\", and no folder can have that name: choose another style."
            : null);

    /// <inheritdoc/>
    public void Initialize(HostApplication host)
    {
        ThreadCheck.Main();
        _hostName = host.Name;
        OnnxRuntimeLibrary.Folder = ModulePath.Folder;
        // Here and not when the library is loaded: that happens on the loader's thread.
        OnnxRuntimeTelemetry.SwitchOff();
        StylePaths.Catalog.MakeUserFolder();
        StylePaths.Catalog.Refresh();
        WorkerThread.EveryTwoSeconds = StylePaths.Catalog.Refresh;
        lock (_gate)
        {
            // Some hosts load a project before, or terminate an instance and initialize it again.
            _state.Style ??= StylePaths.DefaultStyle;
            int slot = StylePaths.Slot(ChosenStyle);
            if (slot != (int)_controller.Plain(Parameters.Style))
                _controller.Set(Parameters.Style, slot);
            UseStyle(ChosenStyle);
        }
        WorkerThread.Add(_composer);
        _engine.Patience.HasWorker = true;
    }

    /// <inheritdoc/>
    public void Terminate()
    {
        // A render that waits for an answer waits no longer.
        _engine.Patience.HasWorker = false;
        WorkerThread.Remove(_composer);
    }

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
        WorkerThread.Settle(_composer);
        byte[] bytes;
        lock (_gate)
            bytes = Save();
        return stream.TryWrite(bytes);
    }

    /// <inheritdoc/>
    public bool Read(HostStream stream)
    {
        ThreadCheck.Main();
        bool isWhole = stream.TryReadToEnd(MaxStateBytes, out byte[] bytes);
        string why = "it is too long";
        LoadedProject? project = null;
        if (isWhole)
            project = TryParse(bytes, out why);
        lock (_gate)
        {
            if (project is not null)
                Load(project);
            else if (!stream.IsNull && !IsBlank(bytes, isWhole))
                Refuse(isWhole && bytes.Length <= MaxKeptBytes ? bytes : null, why);
        }
        return project is not null;
    }

    // Nothing of the instance changes here.
    private static LoadedProject? TryParse(byte[] bytes, out string why)
    {
        try
        {
            return PluginState.TryRead(bytes, out var state, out why)
                ? new(state, state.Parameters, state.Program, state.Learned, state.Session,
                    state.Window is { } window ? WindowSettings.FromJson(window) : null)
                : null;
        }
        catch (Exception exception)
        {
            // Any exception: what a project holds comes from outside.
            why = exception.Message.ReplaceLineEndings(" ").Trim();
            return null;
        }
    }

    // Some hosts offer an empty stream to a new instance: nothing is lost.
    private static bool IsBlank(byte[] bytes, bool isWhole) => isWhole && !bytes.AsSpan().ContainsAnyExcept("\0 \t\r\n"u8);

    private void Refuse(byte[]? kept, string why)
    {
        string then = kept is null ? "it is too long to keep" : "saving keeps what was refused";
        (_refused, _refusal) = (kept, $"The project's state cannot be read ({why}): all is as before, and {then}.");
    }

    private byte[] Save()
    {
        // A style without a slot keeps the id from the project.
        if (ChosenStyle is var chosen && chosen != _state.Style)
            (_state.Style, _state.FormerStyleHash) = (chosen, null);
        if (HasChanged)
            _state.FormerStyleHash = _savedHash;
        _controller.Save(_state);
        if (_windowSettings is not null)
            _state.Window = WindowSettings.Merge(_state.Window?.DeepClone().AsObject() ?? [], _windowSettings);
        _state.Session = _composer.Session;
        if (StylePaths.Folder(chosen) is { } folder && StyleHash.Of(folder) is { } hash)
            _state.StyleHash = hash;
        if (_refused is not null)
            _state.KeepRefused(_refused);
        return _state.ToBytes();
    }

    private void Load(LoadedProject project)
    {
        _state = project.State;
        (_refused, _refusal) = (null, null);
        string style = _state.Style ?? StylePaths.DefaultStyle;
        // It may have appeared since the last look.
        if (StylePaths.Slot(style) == StyleCatalog.AsSaved)
            StylePaths.Catalog.Refresh();
        _controller.Load(project, StylePaths.Slot(style));
        if (project.Window is not null)
            _windowSettings = project.Window;
        Takes.Restore(project.Session);
        (_savedFolder, _savedHash) = (StylePaths.Folder(style), _state.Style is null ? null : _state.StyleHash);
        string? folder = StylePaths.Folder(style);
        var provider = (ExecutionProvider)_controller.Plain(Parameters.Provider);
        if (folder is null || folder != _composer.Status.Folder || provider != _composer.Status.Provider?.Requested)
            UseStyle(style);
        else
            Volatile.Write(ref _asSaved, folder);
    }

    // The style in the slot that the parameter has; without one, that of the project.
    private string ChosenStyle =>
        StylePaths.Catalog.Current[(int)_controller.Plain(Parameters.Style)]?.Id ?? _state.Style ?? StylePaths.DefaultStyle;

    private void UseStyle(string id)
    {
        string? folder = StylePaths.Folder(id);
        Volatile.Write(ref _asSaved, folder);
        _composer.UseStyle(folder, (ExecutionProvider)_controller.Plain(Parameters.Provider));
    }

    private string? FolderOf(byte slot) =>
        slot == StyleCatalog.AsSaved ? Volatile.Read(ref _asSaved) : StylePaths.Catalog.Current[slot]?.Folder;
}
