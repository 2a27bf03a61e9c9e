using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] Changes from one style to the next while playing: the next style is loaded by another thread, its model reads what was heard,
/// and it takes over between two requests. Until then the current style plays.
/// </summary>
/// <param name="memory">The phrases and takes, which do not depend on the style.</param>
/// <param name="window">The window; null for none.</param>
internal sealed class StyleSwap(SessionMemory memory, WorkerFeed? window) : IDisposable
{
    // With fewer steps left to read, the next request waits for the new style, instead of being answered in the old one.
    private const int MostStepsToWaitFor = 32;

    private StyleLoadResult? _current;
    private StyleLoad? _loading;
    private StyleLoadResult? _next;
    private bool _isDue;

    // Whether no style plays if the next one cannot be loaded.
    private bool _isRequired;

    /// <summary>Whether requests wait until the next style plays.</summary>
    public bool MustWait { get; private set; }

    /// <summary>The load of the next style or, if there is none, of the current one.</summary>
    public StyleLoad? Wanted { get; private set; }

    /// <summary>The state of the style.</summary>
    public StyleStatus Status { get; private set; } = StyleStatus.None;

    /// <summary>What plays; null if no style does.</summary>
    public StyleComposer? Composer { get; private set; }

    /// <summary>Begins a change. An earlier one that is not finished is abandoned.</summary>
    /// <param name="load">The style, which another thread loads.</param>
    /// <param name="now">Whether it takes over as soon as it can, and requests wait for it.</param>
    public void Load(StyleLoad load, bool now)
    {
        Abandon();
        Wanted = load;
        if (load.Folder is null)
        {
            Dispose();
            Status = StyleStatus.None;
            return;
        }
        _loading = load;
        _isDue = MustWait = _isRequired = now || Composer is null;
        if (_isRequired)
            Status = StyleStatus.Loading(load.Folder) with { LateChanges = Status.LateChanges };
    }

    /// <summary>Begins a change to the current style's changed files. It takes over as soon as it can, and nothing waits.</summary>
    public void Reload(StyleLoad load)
    {
        Load(load, now: false);
        _isDue = true;
    }

    /// <summary>The next style is due: it takes over as soon as it is ready.</summary>
    /// <param name="wait">Whether requests wait until it is.</param>
    public void Change(bool wait)
    {
        if (_loading is null && _next is null)
            return;
        _isDue = true;
        MustWait |= wait || (_next is not null && Composer!.StepsBehind <= MostStepsToWaitFor);
        if (!MustWait)
            Status = Status with { LateChanges = Status.LateChanges + 1 };
    }

    /// <summary>Does one step of the change; false if there is nothing to do now.</summary>
    /// <param name="retire">Disposes of the former style, elsewhere.</param>
    public bool Work(Action<StyleLoadResult> retire)
    {
        ThreadCheck.Worker();
        _loading?.EndIfLate();
        if (_loading?.Result is { } result)
        {
            Take(result);
            return true;
        }
        if (_next is null || Composer is null)
            return false;
        if (CatchUp())
            return true;
        if (!_isDue || Composer.IsAnswering)
            return false;
        var former = _current;
        Composer.TakeOver(_next.Style!.File);
        Play(_next);
        if (former is not null)
            retire(former);
        return true;
    }

    /// <summary>The style cannot play: none plays until another is chosen.</summary>
    /// <param name="error">Why, in a sentence.</param>
    /// <param name="retire">Disposes of the style, elsewhere.</param>
    public void Drop(string error, Action<StyleLoadResult> retire)
    {
        var former = _current;
        Abandon();
        (Composer, _current) = (null, null);
        Status = new(StyleState.Failed, Wanted?.Folder, null, error, TimeSpan.Zero) { LateChanges = Status.LateChanges };
        if (former is not null)
            retire(former);
    }

    /// <summary>Plays a model without a style folder.</summary>
    public void Use(MelodyModel model, StyleFile style)
    {
        _current = new(null, model, null, TimeSpan.Zero);
        Composer = new(model, style, memory, window);
    }

    /// <summary>[worker], or [main] once the worker no longer serves this: disposes of all styles.</summary>
    public void Dispose()
    {
        Abandon();
        Composer = null;
        _current?.Dispose();
        _current = null;
    }

    /// <summary>[main] Once the worker no longer serves this: disposes of all styles, as if none had ever been loaded.</summary>
    public void Reset()
    {
        Dispose();
        (Wanted, Status) = (null, StyleStatus.None);
    }

    private void Take(StyleLoadResult result)
    {
        string folder = _loading!.Folder!;
        _loading = null;
        if (result.Style is null)
        {
            Fail(folder, result);
            return;
        }
        _next = result;
        if (Composer is null)
        {
            Composer = new(result.Model!, result.Style.File, memory, window);
            Play(result);
        }
        else
        {
            Composer.Prepare(result.Model);
        }
    }

    private bool CatchUp()
    {
        try
        {
            return Composer!.CatchUp();
        }
        catch (Exception exception)
        {
            // It cannot play either; the current style keeps playing.
            string error = exception.Message.ReplaceLineEndings(" ").Trim();
            string name = _next!.Style!.File.Name;
            Abandon();
            Status = Status with { Error = $"The style {name} failed ({error}): choose another style." };
            return true;
        }
    }

    private void Play(StyleLoadResult result)
    {
        Status = new(StyleState.Ready, Wanted!.Folder, result.Style!.File, null, result.LoadTime)
        {
            Provider = result.Style.Provider,
            LateChanges = Status.LateChanges,
        };
        _current = result;
        _next = null;
        _isDue = _isRequired = MustWait = false;
    }

    // If the project's style cannot be loaded, no style plays. If a style chosen while playing cannot be loaded, the current one keeps
    // playing.
    private void Fail(string folder, StyleLoadResult result)
    {
        bool stops = _isRequired;
        if (stops)
            Dispose();
        else
            Abandon();
        Status = stops
            ? new(StyleState.Failed, folder, null, result.Error, result.LoadTime)
            : Status with { Error = result.Error };
    }

    private void Abandon()
    {
        Composer?.Prepare(null);
        _loading?.Abandon();
        _next?.Dispose();
        (_loading, _next) = (null, null);
        _isDue = _isRequired = MustWait = false;
    }
}
