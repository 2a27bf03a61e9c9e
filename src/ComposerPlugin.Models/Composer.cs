using System.Diagnostics;
using ComposerPlugin.Engine;

namespace ComposerPlugin.Models;

/// <summary>
/// One plugin instance's composer: takes the requests of its audio thread in order and sends the notes of its answers back.
/// An answer is written to its end before the next request is taken, so the answers depend on the requests alone.
/// </summary>
public sealed class Composer : IDisposable
{
    private readonly SpscQueue<ComposeRequest>.Consumer _requests;
    private readonly SpscQueue<ComposeReply>.Producer _replies;
    private StyleOrder? _order;
    private StyleStatus _status = StyleStatus.None;
    private string? _fault;

    private Style? _style;
    private MelodyModel? _model;
    private Improviser? _improviser;

    // A request that is taken from the queue, but whose time has not come.
    private ComposeRequest _request;
    private bool _hasRequest;

    // The answer that is being sent, and how far.
    private int _answer;
    private long _answerEnd;
    private int _sent;
    private bool _isSending;
    private long _asked;
    private long _firstNoteTime;

    /// <summary>A composer between these ends of two queues.</summary>
    public Composer(SpscQueue<ComposeRequest>.Consumer requests, SpscQueue<ComposeReply>.Producer replies)
    {
        _requests = requests;
        _replies = replies;
    }

    /// <summary>[any] How it stands with the style.</summary>
    public StyleStatus Status => Volatile.Read(ref _status);

    /// <summary>[any] What went wrong last while composing, in a sentence; null when nothing did since the style was loaded.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>[any] How long the last answer's first note took, from the request to the reply; zero before there was one.</summary>
    public TimeSpan FirstNoteTime => new(Volatile.Read(ref _firstNoteTime));

    /// <summary>[main] Has the worker load a style; all music heard in the old one is forgotten.</summary>
    /// <param name="folder">The style's folder; null for none.</param>
    public void UseStyle(string? folder)
    {
        Volatile.Write(ref _status, folder is null ? StyleStatus.None : StyleStatus.Loading(folder));
        Volatile.Write(ref _order, new(folder));
    }

    /// <summary>
    /// [worker] Does one small step: loads a style, takes a request, or writes a note. A full reply queue is no reason to wait;
    /// what could not be sent is sent in a later call.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool Work()
    {
        if (Interlocked.Exchange(ref _order, null) is { } order)
        {
            Load(order.Folder);
            return true;
        }
        bool worked;
        try
        {
            worked = (_improviser?.Work() ?? false) || TakeRequest();
        }
        catch (Exception exception)
        {
            // Also what nobody foresaw: an exception that leaves this thread would end the host.
            Fail(exception);
            worked = true;
        }
        return Send() || worked;
    }

    /// <summary>[worker] Lets go of the style. The composer is no longer in the <see cref="ComposerPool"/>.</summary>
    public void Dispose()
    {
        _improviser = null;
        _model?.Dispose();
        _model = null;
        if (_style is not null)
            StyleLibrary.Release(_style);
        _style = null;
    }

    /// <summary>[worker] Plays with a model that is not of a style's folder. The model is disposed of with the composer.</summary>
    internal void Use(MelodyModel model, StyleFile style)
    {
        _model = model;
        _improviser = new(model, style);
    }

    private void Load(string? folder)
    {
        CloseAnswer();
        Dispose();
        Volatile.Write(ref _fault, null);
        Volatile.Write(ref _status, folder is null ? StyleStatus.None : StyleStatus.Loading(folder));
        if (folder is null)
            return;
        long began = Stopwatch.GetTimestamp();
        try
        {
            _style = StyleLibrary.Acquire(folder);
            Use(_style.CreateModel(), _style.File);
            Volatile.Write(ref _status, new(StyleState.Ready, folder, _style.File, null, Stopwatch.GetElapsedTime(began)));
        }
        catch (Exception exception)
        {
            Dispose();
            var trouble = exception as StyleException
                ?? new($"The style {folder} cannot be loaded ({exception.Message})", "choose another style", exception);
            Volatile.Write(ref _status, new(StyleState.Failed, folder, null, trouble.Message, Stopwatch.GetElapsedTime(began)));
        }
    }

    private bool TakeRequest()
    {
        if (!_hasRequest && !_requests.TryPop(out _request))
            return false;
        // The notes of one answer are all sent before those of the next.
        _hasRequest = _request.Kind == RequestKind.Answer && _isSending;
        if (_hasRequest)
            return false;
        switch (_request.Kind)
        {
            case RequestKind.Restart:
                _improviser?.Restart();
                _isSending = false;
                break;
            case RequestKind.Note:
                _improviser?.Hear(_request);
                break;
            case RequestKind.Answer:
                (_answer, _answerEnd, _sent, _isSending) = (_request.Answer, _request.End, 0, true);
                _asked = Stopwatch.GetTimestamp();
                _improviser?.BeginAnswer(_request);
                break;
            case RequestKind.Stop:
                if (_improviser?.StopAnswer(_request) == true)
                    _isSending = false;
                break;
        }
        return true;
    }

    private bool Send()
    {
        if (!_isSending)
            return false;
        int before = _sent;
        var notes = _improviser is null ? default : _improviser.Answer;
        while (_sent < notes.Length && _replies.TryPush(Reply(notes[_sent])))
            _sent++;
        if (before == 0 && _sent > 0)
            Volatile.Write(ref _firstNoteTime, Stopwatch.GetElapsedTime(_asked).Ticks);
        if (_sent < notes.Length || _improviser?.IsAnswering == true)
            return _sent > before;
        _isSending = !_replies.TryPush(new(_answer, _answerEnd, 0, default, 0));
        return _sent > before || !_isSending;
    }

    private ComposeReply Reply(in HeardNote note) => new(_answer, note.Onset, note.Duration, new((byte)note.Pitch), note.Velocity);

    // Without an improviser there are no more notes, and the closing reply is sent as soon as there is room for it.
    private void CloseAnswer()
    {
        Send();
        _improviser = null;
    }

    private void Fail(Exception exception)
    {
        Volatile.Write(ref _fault, $"The style {_improviser?.StyleName} met an error ({exception.Message.ReplaceLineEndings(" ").Trim()}): "
            + "what was played so far is forgotten; choose another style if this comes again.");
        _improviser?.ForgetMusic();
    }

    private sealed record StyleOrder(string? Folder);
}
