using System.Diagnostics;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

/// <summary>Steps and loads that do not end: the others go on, and nobody waits.</summary>
[Collection(nameof(WorkerThreadTests))]
public sealed class StuckTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ManualResetEventSlim _gate = new(false);
    private readonly TimeSpan _interval = StyleLoader.Interval;
    private readonly TimeSpan _limit = StyleCache.LoadLimit;
    private readonly int _checks = WorkerThread.MostChecksPerStep;

    public StuckTests() => (StyleLoader.Interval, WorkerThread.MostChecksPerStep) = (TimeSpan.FromMilliseconds(100), 3);

    public void Dispose()
    {
        _gate.Set();
        WorkerThread.StopAll();
        (StyleLoader.Interval, StyleCache.LoadLimit, WorkerThread.MostChecksPerStep) = (_interval, _limit, _checks);
        _gate.Dispose();
    }

    [Fact]
    public void Others_are_served_while_a_step_does_not_end()
    {
        var (stuck, _) = Stuck();
        var other = new ComposerStage(new FakeModel());
        WorkerThread.Add(stuck.Composer);
        WorkerThread.Add(other.Composer);
        stuck.Ask(0, Bar);

        other.Ask(0, Bar);

        Await(() => other.Take().Any(reply => reply.IsEnd));
        Await(() => stuck.Composer.Error is not null);
        Assert.Contains("its graphs take too long: choose another style.", stuck.Composer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_that_ends_after_all_stops_its_style_and_closes_the_answer()
    {
        var (stuck, model) = Stuck();
        WorkerThread.Add(stuck.Composer);
        stuck.Ask(0, Bar);
        Await(() => stuck.Composer.Error is not null);

        _gate.Set();

        Await(() => stuck.Composer.Status.State == StyleState.Failed);
        Assert.Contains("take too long", stuck.Composer.Status.Error, StringComparison.Ordinal);
        Await(() => stuck.Take().Any(reply => reply.IsEnd));
        Await(() => model.IsDisposed);
    }

    [Fact]
    public void Closing_does_not_wait_for_a_step_and_the_model_is_disposed_of_when_it_ends()
    {
        var (stuck, model) = Stuck();
        WorkerThread.Add(stuck.Composer);
        stuck.Ask(0, Bar);
        Await(() => model.IsEntered);
        long began = Stopwatch.GetTimestamp();

        WorkerThread.Remove(stuck.Composer);

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
        Assert.False(model.IsDisposed);
        Assert.False(WorkerThread.IsRunning);
        _gate.Set();
        Await(() => model.IsDisposed);
    }

    [Fact]
    public void Thread_starts_again_beside_one_that_does_not_end()
    {
        var (stuck, model) = Stuck();
        WorkerThread.Add(stuck.Composer);
        stuck.Ask(0, Bar);
        Await(() => model.IsEntered);
        WorkerThread.StopAll();

        var stage = new ComposerStage(new FakeModel());
        WorkerThread.Add(stage.Composer);
        stage.Ask(0, Bar);

        Await(() => stage.Take().Any(reply => reply.IsEnd));
    }

    [Fact]
    public void Loader_goes_on_beside_a_job_that_does_not_end()
    {
        StyleCache.LoadLimit = TimeSpan.FromMilliseconds(300);
        using var loader = new StyleLoader(() => { });
        using var done = new ManualResetEventSlim(false);
        loader.Post(_gate.Wait);
        loader.Post(done.Set);

        Await(() =>
        {
            loader.Supervise();
            return done.IsSet;
        });

        long began = Stopwatch.GetTimestamp();
        loader.Dispose();
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
    }

    [Fact]
    public void Load_that_does_not_end_is_given_up()
    {
        StyleCache.LoadLimit = TimeSpan.FromMilliseconds(300);
        using var folder = new TemporaryFolder();
        using var slow = new StyleLoader(() => { });
        // The load waits for the gate, as for a disk that does not answer.
        var load = new StyleLoad(folder.Path, ExecutionProvider.Cpu) { BeforeOpening = _gate.Wait };
        slow.Post(load.Load);

        Await(() =>
        {
            load.EndIfLate();
            return load.Result is not null;
        });

        Assert.Contains("loading it takes too long: choose another style.", load.Result!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_cancels_the_load_in_progress_and_the_next_loader_loads_the_style()
    {
        using var folder = new TemporaryFolder();
        TinyStyle.Write(folder.Path);
        using var begun = new ManualResetEventSlim(false);
        var load = new StyleLoad(folder.Path, ExecutionProvider.Cpu)
        {
            BeforeOpening = () =>
            {
                begun.Set();
                _gate.Wait();
            },
        };
        using (var closed = new StyleLoader(() => { }))
        {
            closed.Post(load.Load);
            Assert.True(begun.Wait(_patience));
        }
        _gate.Set();
        Await(() => load.Result is not null);
        Assert.Contains("because the plugin is closed", load.Result!.Error, StringComparison.Ordinal);

        var again = new StyleLoad(folder.Path, ExecutionProvider.Cpu);
        using var next = new StyleLoader(() => { });
        next.Post(again.Load);
        Await(() => again.Result is not null);
        Assert.Null(again.Result!.Error);
        again.Abandon();
    }

    [Fact]
    public void Threads_that_died_are_replaced()
    {
        var stage = new ComposerStage(new FakeModel());
        WorkerThread.Add(stage.Composer);
        WorkerThread.EndLoop();

        stage.Ask(0, Bar);

        Await(() => stage.Take().Any(reply => reply.IsEnd));
    }

    [Fact]
    public void Errors_of_jobs_and_checks_do_not_end_the_loader()
    {
        int checks = 0;
        using var done = new ManualResetEventSlim(false);
        using var loader = new StyleLoader(() => throw new InvalidOperationException($"check {++checks}"));
        loader.Post(() => throw new ArgumentOutOfRangeException(nameof(checks), "job"));
        Await(() => Volatile.Read(ref checks) >= 2);

        loader.Post(done.Set);

        Await(() => done.IsSet);
        Assert.StartsWith("InvalidOperationException: check", WorkerThread.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Style_that_is_too_slow_is_dropped_and_another_can_be_chosen()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 4 * Bar);
        model.NextError = new StyleException("The style Test was stopped, because its graphs take too long", "choose another style");

        stage.Answer(4 * Bar, 6 * Bar);

        Assert.Equal(StyleState.Failed, stage.Composer.Status.State);
        Assert.Equal("The style Test was stopped, because its graphs take too long: choose another style.", stage.Composer.Status.Error);
        Assert.True(model.IsDisposed);
        Assert.Empty(stage.Answer(6 * Bar, 8 * Bar));
        using var folder = new TemporaryFolder();
        TinyStyle.Write(folder.Path);
        stage.Composer.UseStyle(folder.Path);
        Assert.NotEmpty(stage.Answer(8 * Bar, 10 * Bar));
        Assert.Null(stage.Composer.Error);
    }

    private (ComposerStage Stage, StuckModel Model) Stuck()
    {
        var model = new StuckModel(_gate);
        return (new(model), model);
    }

    private static void Await(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, _patience));

    /// <summary>A model that does not return from a reset, or from a step, until a gate opens.</summary>
    private sealed class StuckModel(ManualResetEventSlim gate) : MelodyModel
    {
        private readonly float[] _logits = new float[1024];

        private bool _isEntered;
        private bool _isDisposed;

        public bool IsEntered => Volatile.Read(ref _isEntered);

        public bool IsDisposed => Volatile.Read(ref _isDisposed);

        public override ReadOnlySpan<float> IoiLogits() => _logits.AsSpan(0, Music.Vocabulary.Iois);

        public override void Reset()
        {
        }

        public override void Advance(in Music.StepInput input)
        {
            Volatile.Write(ref _isEntered, true);
            gate.Wait();
        }

        public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition) => _logits.AsSpan(0, Music.Vocabulary.Pitches);

        public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) =>
            _logits.AsSpan(0, Music.Vocabulary.Durations);

        public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
            _logits.AsSpan(0, Music.Vocabulary.Velocities);

        public override void Mark()
        {
        }

        public override void Return()
        {
        }

        protected override void Dispose(bool disposing) => Volatile.Write(ref _isDisposed, true);
    }
}
