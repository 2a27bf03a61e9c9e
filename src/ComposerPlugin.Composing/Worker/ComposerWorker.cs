using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// The worker's side of one plugin instance: takes the requests of its audio thread in order and sends the notes of its answers back. An
/// answer is written to its end before the next request is taken, so that answers depend on the requests alone.
/// </summary>
public sealed class ComposerWorker : IDisposable
{
    private const string LockedOut = "no note of the scale is in the range, so the answer is silent; widen the range";

    private const int MostFailures = 8;

    private readonly SpscQueue<ComposeRequest>.Consumer _requests;
    private readonly SessionMemory _memory = new();
    private readonly WorkProgress _progress = new();
    private readonly ReplySender _sender;
    private readonly StyleSelection _style;
    private string? _error;
    private string? _notice;

    // Failures without a step between them, and whether a step did not end in time.
    private int _failures;
    private bool _mustDrop;

    // The id of the last kept take that was loaded: they count down.
    private int _lastLoadedId;

    // A request that is taken from the queue and waits until the last answer is sent.
    private ComposeRequest _request;
    private bool _hasRequest;

    /// <summary>A worker between these ends of two queues.</summary>
    /// <param name="requests">The requests of the audio thread.</param>
    /// <param name="replies">The replies to it.</param>
    /// <param name="folderOf">[worker] The folder of the style in a slot (<see cref="StyleChoice"/>); null if there is none.</param>
    /// <param name="window">What the worker reports to the window; null for none.</param>
    public ComposerWorker(
        SpscQueue<ComposeRequest>.Consumer requests, SpscQueue<ComposeReply>.Producer replies, Func<byte, string?>? folderOf = null,
        WorkerFeed? window = null)
    {
        _requests = requests;
        _sender = new(replies, window);
        _style = new(_memory, folderOf ?? (static _ => null), window);
    }

    /// <summary>[any] The state of the style.</summary>
    public StyleStatus Status => _style.Status;

    /// <summary>[any] The last error while composing, in a sentence; null if there was none since the style was loaded.</summary>
    public string? Error => Volatile.Read(ref _error);

    /// <summary>[any] What the musician should know about the last answer, as a clause; null if there is nothing.</summary>
    public string? Notice => Volatile.Read(ref _notice);

    /// <summary>[any] The time from the last request for an answer to its first note; zero before there was one.</summary>
    public TimeSpan FirstNoteTime => _sender.FirstNoteTime;

    /// <summary>[any] The mean time from one note of the last answer to the next; zero before there was one of two notes.</summary>
    public TimeSpan NoteTime => _sender.NoteTime;

    /// <summary>[main] The phrases and takes that a project saves, as they are now.</summary>
    public SessionSnapshot Session
    {
        get
        {
            ThreadCheck.Main();
            return _memory.Session;
        }
    }

    /// <summary>[main] All takes, as they are now. Allocates.</summary>
    public TakeList Takes
    {
        get
        {
            ThreadCheck.Main();
            return _memory.Takes;
        }
    }

    /// <summary>[any] Changes whenever <see cref="Takes"/> does.</summary>
    public int TakesVersion => _memory.TakesVersion;

    /// <summary>[main] Runs slow jobs on the loader thread. If null, they run on the worker and block it (tests only).</summary>
    internal Action<Action>? RunSlowly
    {
        get => _style.RunSlowly;
        set => _style.RunSlowly = value;
    }

    /// <summary>
    /// [main] Restores the phrases and takes that a project saved: after all that was played so far, before what is played next.
    /// </summary>
    /// <returns>The id of the first kept take; those of the others count down from it.</returns>
    public int Restore(SessionSnapshot session)
    {
        ThreadCheck.Main();
        int first = _lastLoadedId - 1;
        _lastLoadedId -= session.Kept.Count;
        _memory.Restore(session, _requests.Written, first);
        return first;
    }

    /// <summary>
    /// [main] Uses a phrase as if it had just been played: it becomes the last phrase and the musical context, after all that was played so
    /// far.
    /// </summary>
    public void UsePhrase(Phrase phrase)
    {
        ThreadCheck.Main();
        _memory.UsePhrase(phrase, _requests.Written);
    }

    /// <summary>[main] Keeps a take in the project.</summary>
    public void Keep(TakeSnapshot take) => Edit(takes => takes.Keep(take));

    /// <summary>[main] Removes a take from the kept ones.</summary>
    public void Unkeep(int id) => Edit(takes => takes.Unkeep(id));

    /// <summary>[main] Hides a take, and removes it from the kept ones.</summary>
    public void Delete(int id) => Edit(takes => takes.Delete(id));

    /// <summary>[main] Names a take.</summary>
    /// <param name="id">The take.</param>
    /// <param name="name">Its name, as <see cref="TakeName.Clean"/> cleans it; null for none.</param>
    public void Rename(int id, string? name)
    {
        string? clean = TakeName.Clean(name);
        Edit(takes => takes.Rename(id, clean));
    }

    /// <summary>
    /// [main] Has a style play from now on: requests wait for it. It reads what was heard before. Answers in progress are finished in the
    /// former style. For a change while playing there is <see cref="RequestKind.ChooseStyle"/>.
    /// </summary>
    /// <param name="folder">The folder of the style; null for none.</param>
    /// <param name="provider">The execution provider.</param>
    public void UseStyle(string? folder, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        ThreadCheck.Main();
        _style.Request(folder, provider);
    }

    /// <summary>
    /// [worker] Does one step: takes a request, writes a note, or advances a change of style. A full reply queue is no reason to wait.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool Work()
    {
        ThreadCheck.Worker();
        try
        {
            return Step();
        }
        catch (StyleException exception)
        {
            // The style itself is at fault, not this step of it.
            Drop(exception.Message);
        }
        catch (Exception exception)
        {
            // Any exception: one that leaves this thread ends the host.
            Fail(exception);
        }
        return true;
    }

    /// <summary>[main] Disposes of the style. The worker no longer serves this instance.</summary>
    public void Dispose()
    {
        ThreadCheck.Main();
        Release();
    }

    /// <summary>[any] The same, on the thread that was the last to serve this instance.</summary>
    internal void Release() => _style.Dispose();

    /// <summary>[loader] A step does not end: says so. If it ends after all, the style is stopped.</summary>
    internal void GiveUp()
    {
        Volatile.Write(ref _mustDrop, true);
        Volatile.Write(ref _error, TooSlow(Status.Style?.Name ?? "that was chosen"));
    }

    /// <summary>[loader] Checks whether the files of the style have changed.</summary>
    internal void Watch()
    {
        ThreadCheck.Loader();
        _style.Watch();
    }

    /// <summary>
    /// [main] Waits until everything is done that the audio thread has requested by now, so that <see cref="Session"/> is that of the
    /// music played, however far behind the worker was. It waits for an answer in progress only if a request follows it, for a style that
    /// is loading only if requests are left, for a worker without progress at most half a second, and for nothing more than five seconds.
    /// </summary>
    /// <returns>Whether everything is done.</returns>
    internal bool Settle() => _progress.Await(_requests.Written, () => Status.State == StyleState.Loading)
        && SpinWait.SpinUntil(() => !_memory.HasPending, WorkProgress.MostIdleMilliseconds);

    /// <summary>[worker] Plays a model without a style folder. The model is disposed of with this.</summary>
    internal void Use(MelodyModel model, StyleFile style) => _style.Use(model, style);

    private void Edit(Action<TakeStore> edit)
    {
        ThreadCheck.Main();
        _memory.Edit(edit, _requests.Written);
    }

    // Only while no answer is being written: a variation reads the phrases until its end.
    private bool TakeChanges()
    {
        bool changed = _memory.TakeChanges(_progress.Requests);
        if (changed && _memory.TakeNewPhrase())
            _style.Composer?.Restart();
        return changed;
    }

    private bool TakeRequest()
    {
        if (_style.MustWait)
            return false;
        if (!_hasRequest && !_requests.TryPop(out _request))
            return false;
        // The notes of one answer are all sent before those of the next.
        _hasRequest = _request.Kind == RequestKind.Answer && _sender.IsSending;
        if (_hasRequest)
            return false;
        try
        {
            Handle(_request);
        }
        finally
        {
            _progress.AddRequest();
        }
        return true;
    }

    private void Handle(in ComposeRequest request)
    {
        TakeChanges();
        switch (request.Kind)
        {
            case RequestKind.Restart:
                _style.Composer?.Restart();
                _sender.Cancel();
                break;
            case RequestKind.Note:
                _memory.Hear(request.Note, request.BeginsPhrase);
                _style.Composer?.Hear(request.Note, request.BeginsPhrase, request.KeepsRegister);
                break;
            case RequestKind.Answer:
                _sender.Begin(request.Answer);
                _style.Composer?.BeginAnswer(request);
                break;
            case RequestKind.Stop:
                if (_style.Composer?.StopAnswer(request) == true)
                    _sender.Cancel();
                break;
            case RequestKind.Keep:
                _memory.Keep(request.Take);
                break;
            case RequestKind.CaptureA:
                _memory.Capture(_memory.PhraseA);
                break;
            case RequestKind.CaptureB:
                _memory.Capture(_memory.PhraseB);
                break;
            case RequestKind.Lock:
                _memory.Lock(request.Lock);
                break;
            case RequestKind.ChooseStyle:
                _style.Choose(request.Style);
                break;
            case RequestKind.ChangeStyle:
                _style.Change(request.Waits);
                break;
        }
    }

    private bool Send()
    {
        if (!_sender.IsSending)
            return false;
        var composer = _style.Composer;
        bool worked = composer is null
            ? _sender.Send([], [], isComplete: true)
            : _sender.Send(composer.Answer, composer.Bits, isComplete: !composer.IsAnswering);
        if (!_sender.IsSending)
            Volatile.Write(ref _notice, composer?.IsLockedOut == true ? LockedOut : composer?.Notice);
        return worked;
    }

    private bool Step()
    {
        if (_style.TakeRequest())
        {
            Volatile.Write(ref _mustDrop, false);
            Volatile.Write(ref _error, null);
            return true;
        }
        if (Volatile.Read(ref _mustDrop))
            Drop(TooSlow(Status.Style?.Name ?? "that was chosen"));
        bool worked;
        try
        {
            worked = (_style.Composer?.Work() ?? false) || TakeChanges() || TakeRequest();
            if (worked)
            {
                _progress.AddStep();
                _failures = 0;
            }
        }
        catch (Exception exception) when (exception is not StyleException)
        {
            Fail(exception);
            worked = true;
        }
        return Send() || worked || _style.Work();
    }

    private void Fail(Exception exception)
    {
        string failed = $"The style {_style.Composer?.StyleName} failed ({StyleBorder.OneLine(exception)})";
        if (++_failures > MostFailures)
        {
            Drop($"{failed}: choose another style.");
            return;
        }
        Volatile.Write(ref _error, $"{failed}: the musical context was reset; if it happens again, choose another style.");
        try
        {
            _style.Composer?.ForgetMusic();
        }
        catch (Exception)
        {
            // To forget runs the graphs of some models.
            Drop($"{failed}: choose another style.");
        }
    }

    private void Drop(string error)
    {
        Volatile.Write(ref _mustDrop, false);
        Volatile.Write(ref _error, null);
        _failures = 0;
        _style.Drop(error);
    }

    private static string TooSlow(string style) =>
        $"The style {style} was stopped, because its graphs take too long: choose another style.";
}
