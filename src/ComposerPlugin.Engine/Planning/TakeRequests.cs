namespace ComposerPlugin.Engine;

/// <summary>[audio] What the musician requests: other takes, takes that are played again, and changes of the lists of takes.</summary>
/// <param name="requests">Sends requests there.</param>
internal sealed class TakeRequests(ComposeRequests requests)
{
    /// <summary>The takes.</summary>
    public TakeHistory Takes { get; } = new();

    /// <summary>The pending request.</summary>
    public PendingAnswer Pending { get; } = new();

    /// <summary>[audio] Handles a trigger.</summary>
    /// <returns>Whether a take is requested.</returns>
    public bool Trigger(TakeTrigger trigger)
    {
        switch (trigger)
        {
            case TakeTrigger.NewTake:
                Pending.Compose(TakeOrigin.NewTake);
                return true;
            case TakeTrigger.RerollPitches:
                Pending.Compose(TakeOrigin.Pitches);
                return true;
            case TakeTrigger.RerollRhythm:
                Pending.Compose(TakeOrigin.Rhythm);
                return true;
            case TakeTrigger.RerollVelocities:
                Pending.Compose(TakeOrigin.Velocities);
                return true;
            case TakeTrigger.VaryTake:
                Pending.Compose(TakeOrigin.Variation);
                return true;
            case TakeTrigger.PreviousTake:
                Pending.Previous();
                return true;
            case TakeTrigger.NextTake:
                Pending.Next();
                return true;
            case TakeTrigger.Keep when Takes.TryKeep(out var take):
                requests.Send(new() { Kind = RequestKind.Keep, Take = take.Id });
                return false;
            case TakeTrigger.CaptureA:
                requests.Send(new() { Kind = RequestKind.CaptureA });
                return false;
            case TakeTrigger.CaptureB:
                requests.Send(new() { Kind = RequestKind.CaptureB });
                return false;
            default:
                return false;
        }
    }

    /// <summary>[audio] Requests a take again.</summary>
    /// <param name="value">The value of the control, as in <see cref="TakeHistory.TryRecall"/>.</param>
    /// <returns>Whether there is such a take.</returns>
    public bool Recall(int value)
    {
        bool has = Takes.TryRecall(value, out var take);
        if (has)
            Pending.Recall(take);
        return has;
    }

    /// <summary>[audio] Does what the musician did in the window.</summary>
    public void Edit(in TakeEdit edit)
    {
        Takes.Edit(edit);
        if (edit.Kind == TakeEditKind.Lock)
            requests.Send(new() { Kind = RequestKind.Lock, Lock = edit.Lock });
    }
}
