using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] What the audio thread reports to the window: a mark of each event of a note, and a snapshot after each block. While no window
/// reads, the newest marks are kept, so that a window that opens shows the recent past.
/// </summary>
public sealed class WindowFeed
{
    /// <summary>The most marks of the audio thread, and of the worker, that wait for the window; a power of two.</summary>
    public const int Capacity = 4096;

    private readonly SpscQueue<NoteMark>.Producer _marks;
    private readonly LatestValue<EngineSnapshot> _snapshot;

    private WindowFeed(SpscQueue<NoteMark>.Producer marks, LatestValue<EngineSnapshot> snapshot, WorkerFeed worker) =>
        (_marks, _snapshot, Worker) = (marks, snapshot, worker);

    /// <summary>[any] What the worker reports to the same window.</summary>
    public WorkerFeed Worker { get; }

    /// <summary>[main] Creates a feed and its reader.</summary>
    public static (WindowFeed Feed, WindowFeedReader Reader) Create()
    {
        var (marks, played) = SpscQueue<NoteMark>.Create(Capacity);
        var (plans, planned) = SpscQueue<NoteMark>.Create(Capacity);
        var snapshot = new LatestValue<EngineSnapshot>();
        var worker = new WorkerFeed(plans);
        return (new(marks, snapshot, worker), new(played, planned, snapshot, worker));
    }

    /// <summary>[audio] A note of the player began.</summary>
    public void PlayedOn(double position, Pitch pitch, byte velocity) =>
        _marks.Push(new(NoteMarkKind.PlayedOn, position) { Pitch = pitch, Velocity = velocity });

    /// <summary>[audio] A note of the player ended.</summary>
    public void PlayedOff(double position, Pitch pitch) => _marks.Push(new(NoteMarkKind.PlayedOff, position) { Pitch = pitch });

    /// <summary>[audio] A note of an answer began.</summary>
    public void AnswerOn(double position, Pitch pitch, byte velocity, int answerId, int index) =>
        _marks.Push(new(NoteMarkKind.AnswerOn, position) { Pitch = pitch, Velocity = velocity, AnswerId = answerId, Index = index });

    /// <summary>[audio] A note of an answer ended.</summary>
    public void AnswerOff(double position, Pitch pitch, int answerId, int index) =>
        _marks.Push(new(NoteMarkKind.AnswerOff, position) { Pitch = pitch, AnswerId = answerId, Index = index });

    /// <summary>[audio] The notes of an answer from a tick on that have not begun will not be played.</summary>
    public void Cancelled(long tick, int answerId) => _marks.Push(new(NoteMarkKind.Cancelled, tick) { AnswerId = answerId });

    /// <summary>[audio] The host started, stopped or jumped.</summary>
    public void Restarted(double position) => _marks.Push(new(NoteMarkKind.Restarted, position));

    /// <summary>[audio] The host named a chord.</summary>
    /// <param name="position">From where on, in ticks.</param>
    /// <param name="root">Its root.</param>
    /// <param name="bass">The pitch class of its bass note, 0 to 11.</param>
    /// <param name="tones">Its pitch classes relative to the root, as bits; 0: no chord.</param>
    public void Chord(double position, Pitch root, byte bass, ushort tones) =>
        _marks.Push(new(NoteMarkKind.Chord, position) { Pitch = root, ChordBass = bass, ChordTones = tones });

    /// <summary>[audio] The state at the end of a block.</summary>
    public void Write(in EngineSnapshot snapshot) => _snapshot.Write(snapshot);
}
