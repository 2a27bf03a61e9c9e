using ComposerPlugin.Composing;
using ComposerPlugin.Editor;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>
/// [main] An instance as its window sees it: joins what controller, worker and audio thread tell. All views of an instance share it.
/// </summary>
internal sealed class WindowModel : IEditorModel
{
    private readonly Controller _controller;
    private readonly ComposerWorker _composer;
    private readonly Counters _counters;
    private readonly IWindowedInstance _instance;
    private readonly WindowTakes _takes;
    private readonly WindowStyles _styles;
    private readonly WindowMidiLearn _learn;
    private (StyleStatus? Style, string? Error, string? Notice, TimeSpan First, long Late, long Requests, long Events, int Mode,
        string? Problem) _known;
    private long _lost;
    private int _views;

    /// <summary>The model of an instance.</summary>
    /// <param name="controller">Its controller.</param>
    /// <param name="composer">Its worker.</param>
    /// <param name="counters">Its counters.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="hasAudio">Whether it has an audio output.</param>
    /// <param name="hostName">The name of the host; empty if it has none.</param>
    public WindowModel(
        Controller controller, ComposerWorker composer, Counters counters, IWindowedInstance instance, bool hasAudio, string hostName)
    {
        (_controller, _composer, _counters, _instance, HasAudio, HostName) = (controller, composer, counters, instance, hasAudio, hostName);
        Controls = WindowControls.Create(controller, hasAudio, ShowMenu);
        var recall = new ParameterControl(controller, Parameters.RecallTake, ShowMenu);
        _takes = new(controller, recall, instance.Takes, instance.WindowFeed);
        _styles = new(Controls.Style, UsePhrase);
        _learn = new(controller, ShowMenu);
    }

    /// <summary>The view whose host shows menus; null while none is open.</summary>
    public Func<uint, float, float, bool>? HostMenu { get; set; }

    /// <inheritdoc/>
    public ControlSet Controls { get; }

    /// <inheritdoc/>
    public RollModel Roll { get; } = new();

    /// <inheritdoc/>
    public ITakes Takes => _takes;

    /// <inheritdoc/>
    public IStyles Styles => _styles;

    /// <inheritdoc/>
    public IMidiLearn MidiLearn => _learn;

    /// <inheritdoc/>
    public EngineSnapshot Engine => Roll.Engine;

    /// <inheritdoc/>
    public EditorStatus Status { get; private set; }

    /// <inheritdoc/>
    public EditorSettings Settings
    {
        get => _instance.Window;
        set
        {
            if (value == _instance.Window)
                return;
            _instance.Window = value;
            WindowSettings.Shared.Default = value;
            _controller.Notices.MarkDirty();
        }
    }

    /// <inheritdoc/>
    public string HostName { get; }

    /// <inheritdoc/>
    public bool HasAudio { get; }

    /// <summary>A view is opened.</summary>
    public void Open()
    {
        if (_views++ > 0)
            return;
        WindowTakes.RemoveOldFiles();
        _instance.WindowFeed.IsOpen = true;
        Roll.Clear();
        Refresh();
    }

    /// <summary>A view is closed.</summary>
    public void Close()
    {
        _views = Math.Max(_views - 1, 0);
        _instance.WindowFeed.IsOpen = _views > 0;
    }

    /// <inheritdoc/>
    public string? TakeMessage() => _styles.TakeMessage() ?? _takes.TakeMessage();

    /// <inheritdoc/>
    public void Refresh()
    {
        _controller.Refresh();
        var feed = _instance.WindowFeed;
        if (feed.Lost != _lost)
        {
            _lost = feed.Lost;
            Roll.EndAll();
        }
        while (feed.TryPop(out var mark))
            Roll.Add(mark);
        Roll.Update(feed.Snapshot);
        _takes.Refresh();
        _styles.Refresh();
        _learn.Refresh();
        RefreshStatus();
    }

    private void RefreshStatus()
    {
        var now = (
            _composer.Status, _composer.Error, _composer.Notice, _composer.FirstNoteTime, _counters.LateNotes, _counters.DroppedRequests,
            _counters.DroppedEvents, (int)_controller.Plain(Parameters.Mode), StylePaths.Catalog.Problem);
        if (now == _known)
            return;
        _known = now;
        var status = _instance.Status;
        var style = _composer.Status;
        Status = new(
            status.Text, status.Level == StatusLevel.Error, style.State == StyleState.Loading, ProviderOf(style), MillisecondsOf(style),
            _counters.LateNotes, _counters.DroppedRequests + _counters.DroppedEvents);
    }

    private static string ProviderOf(StyleStatus style) => style.Provider switch
    {
        null => "",
        { Running: ExecutionProvider.Cuda } => "CUDA",
        { Requested: ExecutionProvider.Cuda, Reason: { } reason } => $"CPU (not CUDA: {reason})",
        _ => "CPU",
    };

    private double MillisecondsOf(StyleStatus style) => _composer.NoteTime > TimeSpan.Zero
        ? _composer.NoteTime.TotalMilliseconds
        : (style.Provider?.Running == ExecutionProvider.Cuda ? style.Provider.CudaMilliseconds : style.Provider?.CpuMilliseconds) ?? 0;

    private bool ShowMenu(uint id, float x, float y) => HostMenu?.Invoke(id, x, y) ?? false;

    private string UsePhrase(string path)
    {
        try
        {
            _instance.Takes.UsePhrase(PhraseFile.Read(path));
            return $"{Path.GetFileName(path)} is the phrase now: New take answers it.";
        }
        catch (Exception exception) when (exception is MidiFileException or IOException)
        {
            return exception.Message;
        }
    }
}
