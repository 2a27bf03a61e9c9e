using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>
/// [main] The takes of an instance, and what the musician does with them in the window. Changes go to the worker, which has the takes, and
/// to the audio thread, which has their ids and lengths. What plays or composes a take goes through the parameters.
/// </summary>
/// <param name="composer">The instance's worker.</param>
/// <param name="edits">The messages to its audio thread.</param>
/// <param name="loaded">The kept takes of the loaded project, for the audio thread.</param>
/// <param name="targets">The takes that the audio thread can play again.</param>
public sealed class TakeEditor(
    ComposerWorker composer, SpscQueue<TakeEdit>.Producer edits, LatestValue<LoadedTakes> loaded, Func<RecallTargets> targets)
{
    // More takes are forgotten together: by then the snapshots contain these changes.
    private const int MostKnownLocks = 64;

    // The locks of takes as this thread has set them: a snapshot may be older.
    private readonly Dictionary<int, NoteLocks> _locks = [];

    /// <summary>[main] All takes, as they are now. Allocates.</summary>
    public TakeList Takes => composer.Takes;

    /// <summary>[any] Changes whenever <see cref="Takes"/> does.</summary>
    public int Version => composer.TakesVersion;

    /// <summary>[main] Locks or unlocks notes of a take.</summary>
    /// <param name="take">The take.</param>
    /// <param name="first">The number of the first note, from 0.</param>
    /// <param name="end">The number after that of the last note.</param>
    /// <param name="isLocked">Whether they become locked.</param>
    /// <returns>False if the audio thread has fallen behind; then nothing changes.</returns>
    public bool Lock(TakeSnapshot take, int first, int end, bool isLocked)
    {
        ThreadCheck.Main();
        var locks = _locks.TryGetValue(take.Id, out var known) ? known : take.Locks;
        locks.Set(first, Math.Min(end, take.Notes.Count), isLocked);
        var change = new LockChange(take.Id, first, Math.Min(end, take.Notes.Count), isLocked);
        if (!edits.TryPush(new(TakeEditKind.Lock) { Lock = change, HasLocks = locks.HasAny }))
            return false;
        if (_locks.Count == MostKnownLocks)
            _locks.Clear();
        _locks[take.Id] = locks;
        return true;
    }

    /// <summary>[main] Keeps a take in the project.</summary>
    public void Keep(TakeSnapshot take)
    {
        composer.Keep(take);
        edits.TryPush(new(TakeEditKind.Keep) { Take = Scheduled(take) });
    }

    /// <summary>[main] Removes a take from the kept ones.</summary>
    public void Unkeep(TakeSnapshot take)
    {
        composer.Unkeep(take.Id);
        edits.TryPush(new(TakeEditKind.Unkeep) { Take = Scheduled(take) });
    }

    /// <summary>[main] Deletes a take: it is hidden, and no longer kept.</summary>
    public void Delete(TakeSnapshot take)
    {
        composer.Delete(take.Id);
        edits.TryPush(new(TakeEditKind.Unkeep) { Take = Scheduled(take) });
        edits.TryPush(new(TakeEditKind.Hide) { Take = Scheduled(take) });
    }

    /// <summary>[main] Names a take; null or an empty name removes the name.</summary>
    public void Rename(TakeSnapshot take, string? name) => composer.Rename(take.Id, name);

    /// <summary>[main] Uses a phrase as if it had just been played: the next take answers it.</summary>
    public void UsePhrase(Phrase phrase)
    {
        composer.UsePhrase(phrase);
        edits.TryPush(new(TakeEditKind.UsePhrase));
    }

    /// <summary>[main] The plain value of <see cref="Parameters.RecallTake"/> that plays a take; 0 if it cannot be played.</summary>
    public int RecallValue(TakeSnapshot take) => targets().ValueOf(take.Id);

    /// <summary>[main] Restores the phrases and takes that a project saved.</summary>
    public void Restore(SessionSnapshot session)
    {
        int id = composer.Restore(session);
        var takes = new LoadedTakes.List();
        for (int i = 0; i < session.Kept.Count; i++)
        {
            var take = session.Kept[i];
            takes[i] = new(id - i, take.Begin, take.End - take.Begin, take.Notes.Meter);
        }
        loaded.Write(new(edits.Written, session.Kept.Count, takes));
    }

    private static RecentTake Scheduled(TakeSnapshot take) =>
        new(take.Id, take.Begin, take.End - take.Begin, take.Notes.Meter)
        {
            Origin = take.Origin, Base = take.Base, HasLocks = take.Locks.HasAny,
        };
}
