using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] The style that a composer plays and the one that is to follow: that one is loaded by another thread, then reads what was heard, and
/// then takes over between two requests. Until then the present one plays.
/// </summary>
/// <param name="notebook">Where phrases and takes are, whatever plays.</param>
internal sealed class StyleSwap(SessionMemory notebook) : IDisposable
{
    // So few steps are read before the next request rather than that the former style answers once more.
    private const int MostStepsToWaitFor = 32;

    private StyleLoadResult? _present;
    private StyleLoad? _coming;
    private StyleLoadResult? _ready;
    private bool _isDue;

    // Whether no style plays if the coming one cannot.
    private bool _isNeeded;

    /// <summary>Whether requests are not to be taken until the style that is to follow plays.</summary>
    public bool MustWait { get; private set; }

    /// <summary>The order of the style that is to follow, or else that plays.</summary>
    public StyleLoad? Wanted { get; private set; }

    /// <summary>How it stands.</summary>
    public StyleStatus Status { get; private set; } = StyleStatus.None;

    /// <summary>What plays; null while nothing does.</summary>
    public StylePlayer? Improviser { get; private set; }

    /// <summary>Begins a change. What was to follow before is forgotten.</summary>
    /// <param name="order">The style, which another thread loads.</param>
    /// <param name="now">Whether it takes over as soon as it can, and requests wait for it.</param>
    public void Order(StyleLoad order, bool now)
    {
        Forget();
        Wanted = order;
        if (order.Folder is null)
        {
            Dispose();
            Status = StyleStatus.None;
            return;
        }
        _coming = order;
        _isDue = MustWait = _isNeeded = now || Improviser is null;
        if (_isNeeded)
            Status = StyleStatus.Loading(order.Folder) with { LateChanges = Status.LateChanges };
    }

    /// <summary>Begins a change to the present style as it is after its files have changed. It takes over as soon as it can, and nothing waits.</summary>
    public void Renew(StyleLoad order)
    {
        Order(order, now: false);
        _isDue = true;
    }

    /// <summary>From here on the ordered style plays, or as soon as it is ready.</summary>
    /// <param name="wait">Whether requests wait until it is.</param>
    public void Change(bool wait)
    {
        if (_coming is null && _ready is null)
            return;
        _isDue = true;
        MustWait |= wait || (_ready is not null && Improviser!.StepsBehind <= MostStepsToWaitFor);
        if (!MustWait)
            Status = Status with { LateChanges = Status.LateChanges + 1 };
    }

    /// <summary>Does one step towards the change; false when there is nothing to do now.</summary>
    /// <param name="retire">What becomes of a style that plays no more.</param>
    public bool Work(Action<StyleLoadResult> retire)
    {
        if (_coming?.Loaded is { } loaded)
        {
            Take(loaded);
            return true;
        }
        if (_ready is null || Improviser is null)
            return false;
        if (CatchUp())
            return true;
        if (!_isDue || Improviser.IsAnswering)
            return false;
        var former = _present;
        Improviser.TakeOver(_ready.Style!.File);
        Play(_ready);
        if (former is not null)
            retire(former);
        return true;
    }

    /// <summary>Plays with a model that is not of a style's folder.</summary>
    public void Use(MelodyModel model, StyleFile style)
    {
        _present = new(null, model, null, TimeSpan.Zero);
        Improviser = new(model, style, notebook);
    }

    /// <summary>Lets go of everything.</summary>
    public void Dispose()
    {
        Forget();
        Improviser = null;
        _present?.Dispose();
        _present = null;
    }

    private void Take(StyleLoadResult loaded)
    {
        string folder = _coming!.Folder!;
        _coming = null;
        if (loaded.Style is null)
        {
            Fail(folder, loaded);
            return;
        }
        _ready = loaded;
        if (Improviser is null)
        {
            Improviser = new(loaded.Model!, loaded.Style.File, notebook);
            Play(loaded);
        }
        else
        {
            Improviser.Prepare(loaded.Model);
        }
    }

    private bool CatchUp()
    {
        try
        {
            return Improviser!.CatchUp();
        }
        catch (Exception exception)
        {
            // It would not play either; the present style does.
            string trouble = $"The style {_ready!.Style!.File.Name} met an error ({exception.Message.ReplaceLineEndings(" ").Trim()}): choose another style.";
            Forget();
            Status = Status with { Trouble = trouble };
            return true;
        }
    }

    private void Play(StyleLoadResult loaded)
    {
        Status = new(StyleState.Ready, Wanted!.Folder, loaded.Style!.File, null, loaded.LoadTime)
        {
            Provider = loaded.Style.Provider,
            LateChanges = Status.LateChanges,
        };
        _present = loaded;
        _ready = null;
        _isDue = _isNeeded = MustWait = false;
    }

    // A style that a project names and that is not there leaves none in its place; one that was chosen in play leaves the present one.
    private void Fail(string folder, StyleLoadResult loaded)
    {
        bool leavesNone = _isNeeded;
        if (leavesNone)
            Dispose();
        else
            Forget();
        Status = leavesNone
            ? new(StyleState.Failed, folder, null, loaded.Trouble, loaded.LoadTime)
            : Status with { Trouble = loaded.Trouble };
    }

    private void Forget()
    {
        Improviser?.Prepare(null);
        _coming?.Abandon();
        _ready?.Dispose();
        (_coming, _ready) = (null, null);
        _isDue = _isNeeded = MustWait = false;
    }
}
