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

    /// <summary>Where a new take may start.</summary>
    /// <param name="point">The decision point.</param>
    protected virtual StartQuantize TakeQuantize(in DecisionPoint point) => point.Controls.StartOn;

    /// <summary>What a new take is made from.</summary>
    protected virtual AnswerSource TakeSource => AnswerSource.Heard;

    /// <summary>[audio] Whether the mode's next answer is due.</summary>
    public abstract bool IsDue(in DecisionPoint point, out DueAnswer answer);

    /// <summary>[audio] Whether a new take, which the musician has asked for, is due.</summary>
    public virtual bool IsTakeDue(in DecisionPoint point, out DueAnswer answer)
    {
        long start = point.StartAtOrAfter(point.First, TakeQuantize(point));
        answer = new(start, TakeEnd(start, point), TakeSource);
        return point.IsDue(start);
    }

    /// <summary>[audio] Whether a repeated take may start at a tick, and where it must end.</summary>
    public virtual bool MayRepeat(long start, in DecisionPoint point, ref long end) => true;

    /// <summary>Where an answer ends that starts at a tick.</summary>
    protected virtual long TakeEnd(long start, in DecisionPoint point) => point.EndFrom(start);
}
