using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Loads the style that a project names, that the control chooses, or whose files have changed, and has <see cref="StyleSwap"/> change to
/// it.
/// </summary>
internal sealed class StyleSelection : IDisposable
{
    private readonly Func<byte, string?> _folderOf;
    private readonly StyleSwap _swap;
    private readonly Action<StyleLoadResult> _retire;
    private StyleLoad? _requested;
    private StyleStatus _status = StyleStatus.None;
    private StyleStatus _published = StyleStatus.None;

    // What the loader watches, and what it has seen.
    private StyleLoad? _watched;
    private long _seen;
    private bool _hasChanged;

    /// <summary>Without a style at first.</summary>
    /// <param name="memory">The phrases and takes.</param>
    /// <param name="folderOf">[worker] The folder of the style in a slot (<see cref="StyleChoice"/>); null if there is none.</param>
    /// <param name="window">The window; null for none.</param>
    public StyleSelection(SessionMemory memory, Func<byte, string?> folderOf, WorkerFeed? window)
    {
        _folderOf = folderOf;
        _swap = new(memory, window);
        _retire = former => Run(former.Dispose);
    }

    /// <summary>[any] The state of the style.</summary>
    public StyleStatus Status => Volatile.Read(ref _status);

    /// <summary>[worker] The style that plays; null if none does.</summary>
    public StyleComposer? Composer => _swap.Composer;

    /// <summary>[worker] Whether requests wait until the next style plays.</summary>
    public bool MustWait => _swap.MustWait;

    /// <summary>[main] Runs slow jobs on the loader thread. If null, they run on the worker and block it (tests only).</summary>
    public Action<Action>? RunSlowly { get; set; }

    /// <summary>[main] Has a style play from now on: requests wait for it.</summary>
    public void Request(string? folder, ExecutionProvider provider)
    {
        Volatile.Write(ref _status, folder is null ? StyleStatus.None : StyleStatus.Loading(folder));
        Volatile.Write(ref _requested, new(folder, provider));
    }

    /// <summary>[worker] Begins to load the requested style; false if none was requested.</summary>
    public bool TakeRequest()
    {
        if (Interlocked.Exchange(ref _requested, null) is not { } load)
            return false;
        Begin(load);
        _swap.Load(load, now: true);
        Publish();
        return true;
    }

    /// <summary>[worker] Does one step of a change; false if there is none.</summary>
    public bool Work()
    {
        if (Volatile.Read(ref _hasChanged))
        {
            Volatile.Write(ref _hasChanged, false);
            var load = new StyleLoad(_watched!.Folder, _watched.Provider);
            Begin(load);
            _swap.Reload(load);
        }
        bool worked = _swap.Work(_retire);
        Publish();
        return worked;
    }

    /// <summary>[worker] Loads the style that the control chooses, while the current one plays.</summary>
    public void Choose(StyleChoice choice)
    {
        string? folder = _folderOf(choice.Slot) ?? _swap.Wanted?.Folder;
        var provider = (ExecutionProvider)choice.Provider;
        if (folder is null || (folder == _swap.Wanted?.Folder && provider == _swap.Wanted.Provider))
            return;
        var load = new StyleLoad(folder, provider);
        Begin(load);
        _swap.Load(load, now: false);
        Publish();
    }

    /// <summary>[worker] Changes to the chosen style now, or as soon as it is ready.</summary>
    /// <param name="wait">Whether requests wait for it.</param>
    public void Change(bool wait) => _swap.Change(wait);

    /// <summary>[worker] The style cannot play: none plays until another is chosen, or its files change.</summary>
    /// <param name="error">Why, in a sentence.</param>
    public void Drop(string error)
    {
        _swap.Drop(error, _retire);
        Publish();
    }

    /// <summary>[worker] Plays a model without a style folder.</summary>
    public void Use(MelodyModel model, StyleFile style) => _swap.Use(model, style);

    /// <summary>[loader] Checks whether the style's files have changed, and not since the last check; then they are loaded again.</summary>
    public void Watch()
    {
        if (Volatile.Read(ref _watched) is not { Folder: { } folder } watched)
            return;
        long stamp = FileStamp.Of(folder);
        if (stamp == _seen && stamp != watched.Stamp && stamp != FileStamp.None)
            Volatile.Write(ref _hasChanged, true);
        _seen = stamp;
    }

    /// <summary>[main] Disposes of the styles. The worker does not run. A later <see cref="Request"/> begins anew.</summary>
    public void Dispose()
    {
        _swap.Reset();
        Volatile.Write(ref _requested, null);
        Volatile.Write(ref _watched, null);
        Volatile.Write(ref _hasChanged, false);
        Volatile.Write(ref _status, _published = StyleStatus.None);
    }

    // An earlier load, if there is one, is abandoned.
    private void Begin(StyleLoad load)
    {
        Volatile.Write(ref _watched, load);
        Run(load.Load);
    }

    private void Run(Action job)
    {
        if (RunSlowly is null)
            job();
        else
            RunSlowly(job);
    }

    private void Publish()
    {
        // A newer request has set the status already.
        if (!ReferenceEquals(_published, _swap.Status) && Volatile.Read(ref _requested) is null)
            Volatile.Write(ref _status, _published = _swap.Status);
    }
}
