namespace ComposerPlugin.Engine;

/// <summary>
/// [main] What the audio thread and the worker report to the window. The first marks that a window reads may be of notes whose beginnings
/// it has not read.
/// </summary>
public sealed class WindowFeedReader
{
    private readonly SpscQueue<NoteMark>.Consumer _audio;
    private readonly SpscQueue<NoteMark>.Consumer _worker;
    private readonly LatestValue<EngineSnapshot> _snapshot;
    private readonly WorkerFeed _feed;

    // The next mark of each queue, if it is taken already.
    private NoteMark _played;
    private NoteMark _composed;
    private bool _hasPlayed;
    private bool _hasComposed;

    // The last planned note that was taken, and the last answer that was cancelled, from a position on.
    private int _plannedId;
    private int _plannedIndex;
    private int _cancelledId;
    private double _cancelledFrom;

    internal WindowFeedReader(
        SpscQueue<NoteMark>.Consumer audio, SpscQueue<NoteMark>.Consumer worker, LatestValue<EngineSnapshot> snapshot, WorkerFeed feed) =>
        (_audio, _worker, _snapshot, _feed) = (audio, worker, snapshot, feed);

    /// <summary>[main] The state at the end of the last block; default before the first.</summary>
    public EngineSnapshot Snapshot => _snapshot.Read();

    /// <summary>
    /// [main] The number of marks that were removed unread because too many waited: it grows while no window reads. If it has grown, notes
    /// that seem to sound may have ended: the marks that follow are complete again.
    /// </summary>
    public long Lost => _audio.Removed + _worker.Removed;

    /// <summary>
    /// [main] Whether a window reads. Only then are the player's notes measured (<see cref="NoteMarkKind.Heard"/>), which takes the worker
    /// several times as long as to read them.
    /// </summary>
    public bool IsOpen
    {
        get => _feed.IsOpen;
        set => _feed.IsOpen = value;
    }

    /// <summary>
    /// [main] Takes the next mark; false if there is none. The audio thread's marks come first, each in its order; but a planned note comes
    /// before it begins, and what the worker has read after it was played. Notes that were composed after their answer was cancelled are
    /// left out.
    /// </summary>
    public bool TryPop(out NoteMark mark)
    {
        ThreadCheck.Main();
        while (true)
        {
            // The worker's mark first: what was played before it was written is then there too.
            _hasComposed = _hasComposed || _worker.TryPop(out _composed);
            _hasPlayed = _hasPlayed || _audio.TryPop(out _played);
            if (!_hasComposed && _hasPlayed && IsUnplanned(_played))
                _hasComposed = _worker.TryPop(out _composed);
            if (_hasPlayed && !(_hasComposed && IsUnplanned(_played)))
            {
                mark = TakePlayed();
                return true;
            }
            if (!_hasComposed)
            {
                mark = default;
                return false;
            }
            mark = TakeComposed();
            if (!IsCancelled(mark))
                return true;
        }
    }

    private NoteMark TakePlayed()
    {
        _hasPlayed = false;
        if (_played.Kind == NoteMarkKind.Cancelled && _played.AnswerId >= _cancelledId)
        {
            bool again = _played.AnswerId == _cancelledId;
            _cancelledFrom = again ? Math.Min(_cancelledFrom, _played.Position) : _played.Position;
            _cancelledId = _played.AnswerId;
        }
        return _played;
    }

    private NoteMark TakeComposed()
    {
        _hasComposed = false;
        if (_composed.Kind == NoteMarkKind.Planned)
            (_plannedId, _plannedIndex) = (_composed.AnswerId, _composed.Index);
        return _composed;
    }

    // Ids and indexes grow.
    private bool IsUnplanned(in NoteMark mark) => mark.Kind == NoteMarkKind.AnswerOn
        && (mark.AnswerId > _plannedId || (mark.AnswerId == _plannedId && mark.Index > _plannedIndex));

    // When an answer is cancelled, those before it are over.
    private bool IsCancelled(in NoteMark mark) => mark.Kind == NoteMarkKind.Planned
        && (mark.AnswerId < _cancelledId || (mark.AnswerId == _cancelledId && mark.Position >= _cancelledFrom));
}
