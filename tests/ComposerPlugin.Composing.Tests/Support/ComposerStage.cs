using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing.Tests;

/// <summary>A worker with both ends of its queues, which runs only when asked: requests go in, replies and marks come out.</summary>
internal sealed class ComposerStage : IDisposable
{
    /// <summary>The most bytes that hearing two bars and answering them may allocate.</summary>
    public const int MostBytesPerAnswer = 128;

    /// <summary>A bar of 4/4, in ticks.</summary>
    public const int Bar = 96;

    private readonly SpscQueue<ComposeRequest>.Producer _requests;
    private readonly SpscQueue<ComposeReply>.Consumer _replies;
    private int _answers;
    private long _lastStart;
    private bool _beginsPhrase = true;

    public ComposerStage(
        MelodyModel? model = null, StyleFile? style = null, int capacity = 1024, Func<byte, string?>? folderOf = null,
        bool hasWindow = true)
    {
        (_requests, var requests) = SpscQueue<ComposeRequest>.Create(1024);
        (var replies, _replies) = SpscQueue<ComposeReply>.Create(capacity);
        (var window, Window) = WindowFeed.Create();
        Composer = new(requests, replies, folderOf, hasWindow ? window.Worker : null);
        if (model is not null)
            Composer.Use(model, style ?? StyleFiles.Recurrent);
    }

    /// <summary>Controls of temperature 0: the model's likeliest notes.</summary>
    public static AnswerControls Greedy => new(Grid.Sixteenth, 0, 1, 1);

    public ComposerWorker Composer { get; }

    /// <summary>The window, which is closed at first.</summary>
    public WindowFeedReader Window { get; }

    public Meter Meter { get; set; } = Meter.Common;

    public long BarLine { get; set; }

    public AnswerControls Controls { get; set; } = new(Grid.Sixteenth, 1, 1, Seed: 1);

    public void Dispose() => Composer.Dispose();

    public void Send(ComposeRequest request) => Assert.True(_requests.TryPush(request));

    public void Restart()
    {
        EndPhrase();
        Send(new() { Kind = RequestKind.Restart });
    }

    /// <summary>The next note begins a phrase.</summary>
    public void EndPhrase() => _beginsPhrase = true;

    public void Note(long onset, int duration, int pitch, byte velocity = 90, bool keepsRegister = false)
    {
        Send(new()
        {
            Kind = RequestKind.Note,
            Note = new(onset, duration, new((byte)pitch), velocity, new(Meter, BarLine)),
            BeginsPhrase = _beginsPhrase,
            KeepsRegister = keepsRegister,
        });
        _beginsPhrase = false;
    }

    public void Ask(long begin, long end, ComposeRequest with = default)
    {
        var request = with with
        {
            Kind = RequestKind.Answer,
            Answer = new(++_answers, begin, end),
            Bars = new(Meter, BarLine),
            Controls = Controls,
        };
        _beginsPhrase |= request.EndsPhrase;
        _lastStart = begin;
        Send(request);
    }

    public void Stop(long tick, int? answer = null)
    {
        // An answer that is stopped before it starts leaves the phrase open.
        _beginsPhrase &= tick >= _lastStart;
        Send(new() { Kind = RequestKind.Stop, Answer = new(answer ?? _answers, 0, 0), LastTick = tick });
    }

    /// <summary>Sends the choice of a style, as the audio thread does.</summary>
    public void Choose(byte slot, ExecutionProvider provider = ExecutionProvider.Cpu) =>
        Send(new() { Kind = RequestKind.ChooseStyle, Style = new(slot, (byte)provider) });

    /// <summary>Sends the change to the chosen style.</summary>
    public void Change(bool waits = false) => Send(new() { Kind = RequestKind.ChangeStyle, Waits = waits });

    /// <summary>Runs the worker until it has nothing to do.</summary>
    public void Run()
    {
        for (int i = 0; Work(); i++)
            Assert.True(i < 100_000, "The composer never comes to rest.");
    }

    /// <summary>Does one step, as the worker thread.</summary>
    public bool Work()
    {
        var before = ThreadCheck.Enter(ThreadRole.Worker);
        try
        {
            return Composer.Work();
        }
        finally
        {
            ThreadCheck.Enter(before);
        }
    }

    /// <summary>Checks for changed files, as the loader thread.</summary>
    public void Watch()
    {
        var before = ThreadCheck.Enter(ThreadRole.Loader);
        Composer.Watch();
        ThreadCheck.Enter(before);
    }

    /// <summary>Takes the replies that have come so far.</summary>
    public List<ComposeReply> Take()
    {
        var replies = new List<ComposeReply>();
        while (_replies.TryPop(out var reply))
            replies.Add(reply);
        return replies;
    }

    /// <summary>Takes the marks of a kind that have come so far, and discards the others.</summary>
    public List<NoteMark> Marks(NoteMarkKind kind)
    {
        var marks = new List<NoteMark>();
        while (Window.TryPop(out var mark))
        {
            if (mark.Kind == kind)
                marks.Add(mark);
        }
        return marks;
    }

    /// <summary>Discards replies and marks.</summary>
    public void Drain()
    {
        while (_replies.TryPop(out _) || Window.TryPop(out _))
        {
        }
    }

    /// <summary>Requests an answer, runs the worker, and returns the answer's notes; asserts that its closing reply has come.</summary>
    public List<TimedNote> Answer(long begin, long end, ComposeRequest with = default)
    {
        Ask(begin, end, with);
        Run();
        var replies = Take();
        Assert.All(replies, reply => Assert.Equal(_answers, reply.AnswerId));
        Assert.True(replies[^1].IsEnd);
        replies.RemoveAt(replies.Count - 1);
        Assert.DoesNotContain(replies, reply => reply.IsEnd);
        return [.. replies.Select(reply => reply.Note)];
    }

    /// <summary>Composes another take that replaces the last one, as the audio thread requests it, and returns its notes.</summary>
    /// <param name="origin">How it is composed.</param>
    /// <param name="take">The id of the take from which it is composed, and whose locked notes stay.</param>
    /// <param name="begin">Its start.</param>
    /// <param name="end">The tick at which it is over.</param>
    public List<TimedNote> Again(TakeOrigin origin, int take, long begin, long end) => Answer(begin, end, new()
    {
        Kind = RequestKind.Answer, ReplacesLast = true, Origin = origin, BaseTake = take, LockedTake = take,
    });

    /// <summary>Locks or unlocks notes of a take.</summary>
    public void Lock(int take, int first, int end, bool isLocked = true) =>
        Send(new() { Kind = RequestKind.Lock, Lock = new(take, first, end, isLocked) });

    /// <summary>Plays quarter notes, two bars of 4/4 from a tick on.</summary>
    public void PlayTwoBars(long from = 0)
    {
        ReadOnlySpan<int> pitches = [60, 62, 64, 65, 67, 69, 71, 72];
        for (int i = 0; i < pitches.Length; i++)
            Note(from + (24 * i), 24, pitches[i]);
    }

    public static IEnumerable<int> Pitches(List<TimedNote> answer) => answer.Select(note => (int)note.Pitch.Number);

    /// <summary>Onset, duration and pitch of each note, in ticks: what a model reads of it.</summary>
    public static IEnumerable<(long, int, Pitch)> Shape(List<TimedNote> answer) =>
        answer.Select(note => (note.Onset, note.Duration, note.Pitch));
}
