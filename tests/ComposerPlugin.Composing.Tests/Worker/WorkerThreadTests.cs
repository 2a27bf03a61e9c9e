using ComposerPlugin.Engine;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

/// <summary>The thread is the process's: no other test runs beside.</summary>
[Collection(nameof(WorkerThreadTests))]
[CollectionDefinition(nameof(WorkerThreadTests), DisableParallelization = true)]
public sealed class WorkerThreadTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public void Dispose() => WorkerThread.StopAll();

    [Fact]
    public void Thread_runs_from_the_first_worker_to_the_last()
    {
        var first = new ComposerStage(new FakeModel());
        var second = new ComposerStage(new FakeModel());
        Assert.False(WorkerThread.IsRunning);

        WorkerThread.Add(first.Composer);
        WorkerThread.Add(second.Composer);
        WorkerThread.Remove(first.Composer);

        Assert.True(WorkerThread.IsRunning);
        WorkerThread.Remove(second.Composer);
        Assert.False(WorkerThread.IsRunning);
    }

    [Fact]
    public void Workers_are_served_in_turn()
    {
        var stages = Enumerable.Range(0, 4).Select(_ => new ComposerStage(new FakeModel())).ToList();
        stages.ForEach(stage => WorkerThread.Add(stage.Composer));
        stages.ForEach(stage => stage.PlayTwoBars());
        stages.ForEach(stage => stage.Ask(2 * Bar, 4 * Bar));

        var answers = stages.ConvertAll(TakeAnswer);

        Assert.NotEmpty(answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public void Settled_worker_has_heard_all_notes()
    {
        var stage = new ComposerStage(new FakeModel());
        WorkerThread.Add(stage.Composer);
        for (int note = 1; note <= 200; note++)
        {
            stage.Note(note * 6, 6, 60 + (note % 12));
            Assert.True(SpinWait.SpinUntil(() => WorkerThread.Settle(stage.Composer), _patience));
            Assert.Equal(note, stage.Composer.Session.LastPhrase!.Count);
        }
    }

    [Fact]
    public void Settling_does_not_wait_for_a_worker_outside_the_thread()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.Note(0, 6, 60);
        Assert.False(WorkerThread.Settle(stage.Composer));
        Assert.Null(stage.Composer.Session.LastPhrase);
    }

    [Fact]
    public void Notes_played_while_the_style_loads_are_heard()
    {
        using var folder = new TemporaryFolder();
        TinyStyle.Write(folder.Path);
        var stage = new ComposerStage();
        stage.Composer.UseStyle(folder.Path);
        stage.Note(0, 6, 60);
        Assert.Equal(StyleState.Loading, stage.Composer.Status.State);
        WorkerThread.Add(stage.Composer);

        Assert.True(SpinWait.SpinUntil(() => WorkerThread.Settle(stage.Composer), _patience));
        Assert.Equal(StyleState.Ready, stage.Composer.Status.State);
        Assert.Single(stage.Composer.Session.LastPhrase!);
    }

    [Fact]
    public void Thread_starts_again_after_it_was_stopped()
    {
        var model = new FakeModel();
        WorkerThread.Add(new ComposerStage(model).Composer);
        WorkerThread.StopAll();
        Assert.False(WorkerThread.IsRunning);
        Assert.True(model.IsDisposed);

        var stage = new ComposerStage(new FakeModel());
        WorkerThread.Add(stage.Composer);
        stage.Ask(0, Bar);

        Assert.NotEmpty(TakeAnswer(stage));
    }

    [Fact]
    public void Removed_worker_disposes_its_model_and_is_not_served_again()
    {
        var model = new FakeModel();
        var stage = new ComposerStage(model);
        WorkerThread.Add(stage.Composer);

        WorkerThread.Remove(stage.Composer);
        WorkerThread.Remove(stage.Composer);

        Assert.True(model.IsDisposed);
        Assert.False(WorkerThread.IsRunning);
    }

    [Fact]
    public void Style_is_loaded_by_the_worker()
    {
        using var folder = new TemporaryFolder();
        TinyStyle.Write(folder.Path);
        var stage = new ComposerStage();
        WorkerThread.Add(stage.Composer);

        stage.Composer.UseStyle(folder.Path);

        Assert.True(SpinWait.SpinUntil(() => stage.Composer.Status.State == StyleState.Ready, _patience));
        stage.Ask(0, Bar);
        Assert.NotEmpty(TakeAnswer(stage));
        WorkerThread.StopAll();
    }

    private static List<ComposeReply> TakeAnswer(ComposerStage stage)
    {
        var replies = new List<ComposeReply>();
        Assert.True(SpinWait.SpinUntil(() => IsWhole(stage, replies), _patience));
        replies.RemoveAt(replies.Count - 1);
        return replies;
    }

    private static bool IsWhole(ComposerStage stage, List<ComposeReply> replies)
    {
        replies.AddRange(stage.Take());
        return replies.Count > 0 && replies[^1].IsEnd;
    }
}
