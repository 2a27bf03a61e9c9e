using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests;

public sealed class TakeEditorTests : IDisposable
{
    private readonly ComposerWorker _composer;
    private readonly AnswerEngine _engine;
    private readonly TakeEditor _takes;
    private readonly SpscQueue<TakeEdit>.Consumer _edits;
    private readonly SpscQueue<TakeEdit>.Producer _forwarded;
    private readonly LatestValue<LoadedTakes> _loaded = new();

    public TakeEditorTests()
    {
        var (requests, toCompose) = SpscQueue<ComposeRequest>.Create(256);
        var (composed, replies) = SpscQueue<ComposeReply>.Create(256);
        (var edits, _edits) = SpscQueue<TakeEdit>.Create(64);
        (_forwarded, var toPlay) = SpscQueue<TakeEdit>.Create(64);
        _composer = new(toCompose, composed);
        _engine = new(requests, replies, new(), edits: toPlay, loadedTakes: _loaded);
        _takes = new(_composer, edits, _loaded, () => _engine.RecallTargets);
        WorkerThread.Add(_composer);
        _takes.Restore(new() { Kept = [.. Enumerable.Range(0, 3).Select(Kept)] });
        Assert.True(WorkerThread.Settle(_composer));
    }

    public void Dispose() => WorkerThread.Remove(_composer);

    [Fact]
    public void The_window_plays_a_take_by_the_number_that_the_audio_thread_has_for_it()
    {
        var kept = _takes.Takes.Kept;
        Assert.Equal([0, 0, 0], kept.Select(_takes.RecallValue));
        PlayBlock();
        Assert.Equal([9, 10, 11], kept.Select(_takes.RecallValue));
        Assert.Equal("Kept 1", Parameters.RecallTake.Names[9]);

        _takes.Unkeep(kept[0]);
        _takes.Delete(kept[2]);
        PlayBlock();
        Assert.Equal([0, 9, 0], kept.Select(_takes.RecallValue));
        Assert.Equal([kept[1].Id], _takes.Takes.Kept.Select(take => take.Id));
        _takes.Keep(kept[0]);
        PlayBlock();
        Assert.Equal([10, 9, 0], kept.Select(_takes.RecallValue));
        Assert.Equal([kept[1].Id, kept[0].Id], _takes.Takes.Kept.Select(take => take.Id));
    }

    [Fact]
    public void A_kept_take_is_scheduled_as_it_was_played()
    {
        var loaded = Loaded();
        Assert.Equal([(24, 168), (24, 168), (24, 168)], loaded.Select(take => (take.BarPosition, take.Length)));
        Assert.Equal(_takes.Takes.Kept.Select(take => take.Id), loaded.Select(take => take.Id));
        _takes.Restore(new() { Kept = [Kept(0)] });
        Assert.Equal([loaded[^1].Id - 1], Loaded().Select(take => take.Id));
    }

    [Fact]
    public void Of_many_loads_without_a_block_between_the_last_one_counts()
    {
        for (int load = 0; load < 200; load++)
        {
            Assert.True(load > 50 || _takes.Lock(_takes.Takes.Kept[0], 0, 1, isLocked: true));
            _takes.Restore(new() { Kept = [.. Enumerable.Range(0, 1 + (load % 16)).Select(Kept)] });
        }
        _takes.Restore(new() { Kept = [Kept(0), Kept(1)] });
        PlayBlock();
        Assert.Equal([9, 10], _takes.Takes.Kept.Select(_takes.RecallValue));
        Assert.DoesNotContain(11, Enumerable.Range(-4000, 4000).Select(id => _engine.RecallTargets.ValueOf(id)));
    }

    [Fact]
    public void What_the_musician_does_after_a_load_is_done_to_what_was_loaded()
    {
        _takes.Restore(new() { Kept = [Kept(0), Kept(1)] });
        Assert.True(WorkerThread.Settle(_composer));
        var kept = _takes.Takes.Kept;
        _takes.Unkeep(kept[0]);
        PlayBlock();
        Assert.Equal([0, 9], kept.Select(_takes.RecallValue));
    }

    [Fact]
    public void The_audio_thread_knows_whether_locks_are_left_before_the_worker_has_changed_them()
    {
        Received();
        var take = _takes.Takes.Kept[0];
        Assert.True(_takes.Lock(take, 0, 2, isLocked: true));
        Assert.True(_takes.Lock(take, 0, 1, isLocked: false));
        Assert.True(_takes.Lock(take, 1, 99, isLocked: false));
        Assert.Equal([(new LockChange(take.Id, 0, 2, true), true), (new(take.Id, 0, 1, false), true), (new(take.Id, 1, 4, false), false)],
            Received().Select(edit => (edit.Lock, edit.HasLocks)));
    }

    [Fact]
    public void Locks_reach_the_worker_through_the_audio_thread()
    {
        var take = _takes.Takes.Kept[1];
        int version = _takes.Version;
        Assert.True(_takes.Lock(take, 2, 4, isLocked: true));
        PlayBlock();
        Assert.NotEqual(version, _takes.Version);
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(_takes.Takes.Kept[1].Locks.IsLocked));
        Assert.False(_takes.Takes.Kept[0].Locks.HasAny);
    }

    [Fact]
    public void Nothing_is_locked_when_the_audio_thread_has_fallen_behind()
    {
        var take = _takes.Takes.Kept[0];
        while (_takes.Lock(take, 0, 1, isLocked: true))
        {
        }
        Received();
        Assert.True(_takes.Lock(take, 0, 1, isLocked: false));
        Assert.False(Received()[^1].HasLocks);
    }

    [Fact]
    public void Names_and_phrases_reach_the_worker()
    {
        var phrase = new Phrase(Meter.Common, [new(0, 24, new(64), 90)]);
        _takes.Rename(_takes.Takes.Kept[0], "Bridge");
        _takes.UsePhrase(phrase);
        Assert.True(WorkerThread.Settle(_composer));
        Assert.Equal(("Bridge", phrase), (_takes.Takes.Kept[0].Name, _composer.Session.LastPhrase));
        Assert.Equal(TakeEditKind.UsePhrase, Received()[^1].Kind);
    }

    private static KeptTake Kept(int number) => new("x", (uint)number, 24, 192,
        new(Meter.Common, Enumerable.Range(0, 4).Select(i => new Note(24 + (48 * i), 24, new((byte)(60 + i)), 90))));

    private List<RecentTake> Loaded()
    {
        var value = _loaded.Read();
        return [.. Enumerable.Range(0, value.Count).Select(i => value.Takes[i])];
    }

    private List<TakeEdit> Received()
    {
        var edits = new List<TakeEdit>();
        while (_edits.TryPop(out var edit))
            edits.Add(edit);
        return edits;
    }

    // Passes the edits on, as the one queue of an instance does, and plays a block.
    private void PlayBlock()
    {
        foreach (var edit in Received())
            Assert.True(_forwarded.TryPush(edit));
        var before = ThreadCheck.Enter(ThreadRole.Audio);
        var controls = new PlayControls(false, 2, 24, StartQuantize.Beat, default);
        _engine.Begin(new() { IsPlaying = true, Tempo = 120, Quarter = 0 }, 64, 48000, controls, offline: false);
        _engine.End();
        _engine.Output.Clear();
        ThreadCheck.Enter(before);
        Assert.True(WorkerThread.Settle(_composer));
    }
}
