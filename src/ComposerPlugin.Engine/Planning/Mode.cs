namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Decides when a <see cref="PlayMode"/> plays, and what. Modes have no state: what they decide depends on the decision point
/// alone.
/// </summary>
internal abstract class Mode
{
    /// <summary>Whether it plays without waiting for a phrase; then a phrase ends after its rest.</summary>
    public virtual bool PlaysAlone => false;

    /// <summary>Whether a note of the player stops the answer.</summary>
    public virtual bool StopsForPlayer => false;

    /// <summary>Whether a request for an answer ends the player's held notes.</summary>
    public virtual bool EndsHeldNotes => false;

    /// <summary>Where an answer to a phrase, or a new take, may start.</summary>
    /// <param name="point">The decision point.</param>
    protected virtual StartQuantize Quantize(in DecisionPoint point) => point.Controls.StartOn;

    /// <summary>What an answer or a new take is made from.</summary>
    protected virtual AnswerSource Source => AnswerSource.Heard;

    /// <summary>[audio] Whether the mode's next answer is due.</summary>
    public abstract bool IsDue(in DecisionPoint point, out DueAnswer answer);

    /// <summary>[audio] Whether a new take, which the musician has asked for, is due.</summary>
    public virtual bool IsTakeDue(in DecisionPoint point, out DueAnswer answer)
    {
        long start = point.StartAtOrAfter(point.First, Quantize(point));
        answer = new(start, End(start, point), Source);
        return point.IsDue(start);
    }

    /// <summary>[audio] Whether a take, or another version of it, is due at the take's position in the bar.</summary>
    public bool IsDueAt(in RecentTake take, in DecisionPoint point, out DueAnswer answer)
    {
        long start = StartPositions.AtOrAfter(point.First, take.BarPosition, point.Span);
        long end = start + take.LengthIn(point.Span.Meter);
        bool may = MayRepeat(start, point, ref end);
        answer = new(start, end, Source);
        return may && point.IsDue(start);
    }

    /// <summary>Whether a repeated take may start at a tick, and where it must end.</summary>
    protected virtual bool MayRepeat(long start, in DecisionPoint point, ref long end) => true;

    /// <summary>Where an answer ends that starts at a tick.</summary>
    protected virtual long End(long start, in DecisionPoint point) => point.EndFrom(start);
}
