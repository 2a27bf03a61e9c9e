using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>Answers on its own thread with eighths whose pitches depend on the notes received; keeps all requests.</summary>
internal sealed class ScriptedComposer : IDisposable
{
    private readonly SpscQueue<ComposeRequest>.Consumer _requests;
    private readonly SpscQueue<ComposeReply>.Producer _replies;
    private readonly WorkerFeed? _window;
    private readonly Thread _thread;
    private readonly List<ComposeRequest> _heard = [];
    private volatile bool _stopping;

    /// <summary>Reports its notes to this window; null for none.</summary>
    public ScriptedComposer(WorkerFeed? window = null)
    {
        _window = window;
        (Requests, _requests) = SpscQueue<ComposeRequest>.Create(1024);
        (_replies, Replies) = SpscQueue<ComposeReply>.Create(64);
        _thread = new(Run) { IsBackground = true };
        _thread.Start();
    }

    public SpscQueue<ComposeRequest>.Producer Requests { get; }

    public SpscQueue<ComposeReply>.Consumer Replies { get; }

    /// <summary>All requests received. Stops the thread.</summary>
    public IReadOnlyList<ComposeRequest> Heard
    {
        get
        {
            Dispose();
            return _heard;
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
    }

    private void Run()
    {
        int heard = 0;
        while (true)
        {
            bool last = _stopping;
            if (!_requests.TryPop(out var request))
            {
                if (last)
                    return;
                Thread.Yield();
                continue;
            }
            _heard.Add(request);
            if (request.Kind == RequestKind.Note)
                heard += request.Note.Pitch.Number + request.Note.Duration;
            if (request.Kind == RequestKind.Answer)
                Answer(request, heard);
        }
    }

    private void Answer(in ComposeRequest request, int heard)
    {
        int i = 0;
        for (long tick = request.Answer.Start; tick < request.Answer.End; tick += 12, i++)
        {
            var note = new TimedNote(tick, 12, new((byte)(48 + ((heard + (i * 7)) % 36))), 90, request.Bars);
            _window?.Planned(request.Answer.Id, i, note, bits: i);
            Send(new(request.Answer.Id, note));
        }
        Send(ComposeReply.EndOf(request.Answer));
    }

    private void Send(in ComposeReply reply)
    {
        while (!_stopping && !_replies.TryPush(reply))
            Thread.Yield();
    }
}
