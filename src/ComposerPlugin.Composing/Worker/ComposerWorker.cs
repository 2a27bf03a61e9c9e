using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// One plugin instance's composer: takes the requests of its audio thread in order and sends the notes of its answers back.
/// An answer is written to its end before the next request is taken, so the answers depend on the requests alone.
/// </summary>
public sealed class ComposerWorker : IDisposable
{
    private const string VariesNotes = "it varies by drawing some notes anew; a style of kind vae does it better";
    private const string LockedOut = "no note of the scale is in the range, so the answer is silent; widen the range";

    private readonly SpscQueue<ComposeRequest>.Consumer _requests;
    private readonly SpscQueue<ComposeReply>.Producer _replies;
    private readonly Func<byte, string?> _folderOf;
    private readonly SessionMemory _notebook = new();
    private readonly WorkProgress _progress = new();
    private readonly StyleSwap _style;
    private readonly Action<StyleLoadResult> _retire;
    private StyleLoad? _order;
    private StyleStatus _status = StyleStatus.None;
    private string? _fault;
    private string? _remark;

    // What the loader looks after, and what it has seen.
    private StyleLoad? _watched;
    private long _seen;
    private bool _hasChanged;
    private StyleStatus _published = StyleStatus.None;

    // A request that is taken from the queue, but whose time has not come.
    private ComposeRequest _request;
    private bool _hasRequest;

    // The answer that is being sent, and how far.
    private int _answer;
    private long _answerBegin;
    private long _answerEnd;
    private int _sent;
    private bool _isSending;

    private long _asked;
    private long _firstNoteTime;

    /// <summary>A composer between these ends of two queues.</summary>
    /// <param name="requests">What the audio thread asks.</param>
    /// <param name="replies">What it gets.</param>
    /// <param name="folderOf">[worker] The folder of the style in a slot (<see cref="StyleChoice"/>); null where there is none.</param>
    public ComposerWorker(SpscQueue<ComposeRequest>.Consumer requests, SpscQueue<ComposeReply>.Producer replies, Func<byte, string?>? folderOf = null)
    {
        _requests = requests;
        _replies = replies;
        _folderOf = folderOf ?? (static _ => null);
        _style = new(_notebook);
        _retire = former => Elsewhere(former.Dispose);
    }

    /// <summary>[any] How it stands with the style.</summary>
    public StyleStatus Status => Volatile.Read(ref _status);

    /// <summary>[any] What went wrong last while composing, in a sentence; null when nothing did since the style was loaded.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>[any] How long the last answer's first note took, from the request to the reply; zero before there was one.</summary>
    public TimeSpan FirstNoteTime => new(Volatile.Read(ref _firstNoteTime));

    /// <summary>
    /// [main] Waits until all is done that the audio thread has asked for by now, so that <see cref="Session"/> is that of the music that was played, however far
    /// the worker was. An answer in the making is waited for only if more was asked after it, a style that is being loaded while anything is yet to be done, and a
    /// worker that gets nowhere for half a second no longer than that; nothing for more than five seconds.
    /// </summary>
    /// <returns>Whether all of it is done.</returns>
    internal bool Settle() => _progress.Await(_requests.Written, () => Status.State == StyleState.Loading);

    /// <summary>[main] The phrases and takes that a project keeps, as they are now.</summary>
    public SessionSnapshot Session => _notebook.Session;

    /// <summary>[any] What the musician should know of the last answer, in a sentence; null when there is nothing.</summary>
    public string? Remark => Volatile.Read(ref _remark);

    /// <summary>[main] Goes back to the phrases and takes that a project kept: after all that was played so far, before whatever is played next.</summary>
    public void Restore(SessionSnapshot session) => _notebook.Restore(session, _requests.Written);

    /// <summary>Has what takes long done by another thread; null: the worker does it itself, and everything waits.</summary>
    internal Action<Action>? Loading { get; set; }

    /// <summary>
    /// [main] Has a style loaded that plays from here on: requests wait for it. It reads what was heard before. Answers in the making are finished
    /// in the former style. For a change in play there is <see cref="RequestKind.ChooseStyle"/>.
    /// </summary>
    /// <param name="folder">The style's folder; null for none.</param>
    /// <param name="provider">What it shall run on.</param>
    public void UseStyle(string? folder, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        Volatile.Write(ref _status, folder is null ? StyleStatus.None : StyleStatus.Loading(folder));
        Volatile.Write(ref _order, new(folder, provider));
    }

    /// <summary>
    /// [worker] Does one small step: takes a request, writes a note, or gets on with a change of style. A full reply queue is no reason to wait;
    /// what could not be sent is sent in a later call.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool Work()
    {
        if (Interlocked.Exchange(ref _order, null) is { } order)
        {
            Volatile.Write(ref _fault, null);
            Begin(order);
            _style.Order(order, now: true);
            Publish();
            return true;
        }
        bool worked;
        try
        {
            worked = (_style.Improviser?.Work() ?? false) || TakeRequest();
            if (worked)
                _progress.AddStep();
        }
        catch (Exception exception)
        {
            // Also what nobody foresaw: an exception that leaves this thread would end the host.
            Fail(exception);
            worked = true;
        }
        return Send() || worked || ChangeStyle();
    }

    /// <summary>[loader] Looks whether the style's files have changed, and stayed as they are since the last look: then it is loaded anew.</summary>
    internal void Watch()
    {
        if (Volatile.Read(ref _watched) is not { Folder: { } folder } watched)
            return;
        long stamp = FileStamp.Of(folder);
        if (stamp == _seen && stamp != watched.Stamp && stamp != FileStamp.None)
            Volatile.Write(ref _hasChanged, true);
        _seen = stamp;
    }

    /// <summary>[worker] Lets go of the style. The composer is no longer in the <see cref="WorkerThread"/>.</summary>
    public void Dispose() => _style.Dispose();

    /// <summary>[worker] Plays with a model that is not of a style's folder. The model is disposed of with the composer.</summary>
    internal void Use(MelodyModel model, StyleFile style) => _style.Use(model, style);

    // The former loading, if any, comes to nothing.
    private void Begin(StyleLoad order)
    {
        Volatile.Write(ref _watched, order);
        Elsewhere(order.Load);
    }

    private bool ChangeStyle()
    {
        if (Volatile.Read(ref _hasChanged))
        {
            Volatile.Write(ref _hasChanged, false);
            var order = new StyleLoad(_watched!.Folder, _watched.Provider);
            Begin(order);
            _style.Renew(order);
        }
        bool worked = _style.Work(_retire);
        Publish();
        return worked;
    }

    private void ChooseStyle(StyleChoice choice)
    {
        string? folder = _folderOf(choice.Slot) ?? _style.Wanted?.Folder;
        var provider = (ExecutionProvider)choice.Provider;
        if (folder is null || (folder == _style.Wanted?.Folder && provider == _style.Wanted.Provider))
            return;
        var order = new StyleLoad(folder, provider);
        Begin(order);
        _style.Order(order, now: false);
        Publish();
    }

    private void Elsewhere(Action job)
    {
        if (Loading is null)
            job();
        else
            Loading(job);
    }

    private void Publish()
    {
        // Unless another order is on its way, whose status stands already.
        if (!ReferenceEquals(_published, _style.Status) && Volatile.Read(ref _order) is null)
            Volatile.Write(ref _status, _published = _style.Status);
    }

    private bool TakeRequest()
    {
        if (_style.MustWait)
            return false;
        if (!_hasRequest && !_requests.TryPop(out _request))
            return false;
        // The notes of one answer are all sent before those of the next.
        _hasRequest = _request.Kind == RequestKind.Answer && _isSending;
        if (_hasRequest)
            return false;
        try
        {
            Do();
        }
        finally
        {
            _progress.AddRequest();
        }
        return true;
    }

    private void Do()
    {
        _notebook.TakeRestored(_progress.Requests);
        switch (_request.Kind)
        {
            case RequestKind.Restart:
                _notebook.EndPhrase();
                _style.Improviser?.Restart();
                _isSending = false;
                break;
            case RequestKind.Note:
                var note = TimedNote.Of(_request);
                _notebook.Hear(note);
                _style.Improviser?.Hear(note);
                break;
            case RequestKind.Answer:
                BeginAnswer();
                break;
            case RequestKind.Stop:
                StopAnswer();
                break;
            case RequestKind.PhraseEnd:
                _notebook.EndPhrase();
                break;
            case RequestKind.Keep:
                _notebook.Keep(_request.Take);
                break;
            case RequestKind.CaptureA:
                _notebook.Capture(_notebook.PhraseA);
                break;
            case RequestKind.CaptureB:
                _notebook.Capture(_notebook.PhraseB);
                break;
            case RequestKind.ChooseStyle:
                ChooseStyle(_request.Style);
                break;
            case RequestKind.ChangeStyle:
                _style.Change(_request.Waits);
                break;
        }
    }

    private void BeginAnswer()
    {
        (_answer, _answerBegin, _answerEnd, _sent, _isSending) = (_request.Answer, _request.Tick, _request.End, 0, true);
        _asked = Stopwatch.GetTimestamp();
        if (_request.From is AnswerFrom.Heard or AnswerFrom.Phrase)
            _notebook.EndPhrase();
        _style.Improviser?.BeginAnswer(_request);
    }

    private void StopAnswer()
    {
        if (_style.Improviser?.StopAnswer(_request) == true)
            _isSending = false;
        if (_request.Answer == _answer && _request.Tick < _answerBegin)
            _notebook.ResumePhrase();
    }

    private bool Send()
    {
        if (!_isSending)
            return false;
        int before = _sent;
        var notes = _style.Improviser is null ? default : _style.Improviser.Answer;
        while (_sent < notes.Length && _replies.TryPush(Reply(notes[_sent])))
            _sent++;
        if (before == 0 && _sent > 0)
            Volatile.Write(ref _firstNoteTime, Stopwatch.GetElapsedTime(_asked).Ticks);
        if (_sent < notes.Length || _style.Improviser?.IsAnswering == true)
            return _sent > before;
        Volatile.Write(ref _remark, _style.Improviser?.IsLockedOut == true ? LockedOut : _style.Improviser?.VariesNotes == true ? VariesNotes : null);
        _isSending = !_replies.TryPush(new(_answer, _answerEnd, 0, default, 0));
        return _sent > before || !_isSending;
    }

    private ComposeReply Reply(in TimedNote note) => new(_answer, note.Onset, note.Duration, new((byte)note.Pitch), note.Velocity);

    private void Fail(Exception exception)
    {
        Volatile.Write(ref _fault, $"The style {_style.Improviser?.StyleName} met an error ({exception.Message.ReplaceLineEndings(" ").Trim()}): "
            + "what was played so far is forgotten; choose another style if this comes again.");
        _style.Improviser?.ForgetMusic();
    }
}
