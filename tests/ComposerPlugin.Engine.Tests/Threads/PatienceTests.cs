using System.Diagnostics;
using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>Offline renders whose worker is dead, slow or stopped.</summary>
public class PatienceTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(300);

    [Fact]
    public void A_dead_worker_is_waited_for_once()
    {
        var (engine, counters, _, _) = Create(4096);
        var took = Play(engine, seconds: 20, out int blocksThatWaited);
        Assert.Equal(1, blocksThatWaited);
        Assert.InRange(took, _limit, 5 * _limit);
        // Continue answers twice in the time: each one is reported.
        Assert.InRange(counters.MissedAnswers, 1, 10);
    }

    [Fact]
    public void A_full_queue_to_a_dead_worker_is_waited_for_once()
    {
        var (engine, counters, _, _) = Create(2);
        var took = Play(engine, seconds: 20, out _);
        Assert.InRange(took, _limit, 5 * _limit);
        Assert.True(counters.DroppedRequests > 0);
    }

    [Fact]
    public void A_worker_that_comes_back_is_waited_for_again()
    {
        var patience = new Patience { Limit = TimeSpan.FromMilliseconds(1) };
        patience.Begin();
        while (patience.Waits())
        {
        }
        patience.Begin();
        Assert.False(patience.Waits());
        patience.Renew();
        patience.Begin();
        Assert.True(patience.Waits());
    }

    [Fact]
    public void A_slow_worker_is_waited_for_as_long_as_it_gives_signs_of_life()
    {
        var (engine, counters, requests, replies) = Create(4096);
        using var isOver = new ManualResetEventSlim();
        var worker = new Thread(() =>
        {
            while (!isOver.IsSet)
            {
                if (!requests.TryPop(out var request) || request.Kind != RequestKind.Answer)
                    continue;
                for (long tick = request.Answer.Start; tick < request.Answer.End; tick += Ticks.PerQuarter)
                {
                    Thread.Sleep(_limit / 10);
                    Assert.True(replies.TryPush(new(request.Answer.Id, new(tick, 12, new(60), 80, request.Bars))));
                }
                Assert.True(replies.TryPush(ComposeReply.EndOf(request.Answer)));
            }
        });
        worker.Start();
        var took = Play(engine, seconds: 12, out _);
        isOver.Set();
        worker.Join();
        Assert.True(took > _limit, $"{took}");
        Assert.Equal((0, 0), (counters.MissedAnswers, counters.LateNotes));
    }

    [Fact]
    public void A_render_that_waits_ends_when_the_instance_closes()
    {
        var (engine, counters, _, _) = Create(4096);
        engine.Patience.Limit = TimeSpan.FromMinutes(5);
        var closing = new Thread(() =>
        {
            Thread.Sleep(_limit);
            engine.Patience.IsClosing = true;
        });
        closing.Start();
        var took = Play(engine, seconds: 20, out _);
        closing.Join();
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal(0, counters.MissedAnswers);
    }

    [Fact]
    public void Live_nothing_is_waited_for()
    {
        var (engine, _, _, _) = Create(2);
        var took = Play(engine, seconds: 20, out int blocksThatWaited, offline: false);
        Assert.Equal(0, blocksThatWaited);
        Assert.True(took < _limit, $"{took}");
    }

    private static (AnswerEngine, Counters, SpscQueue<ComposeRequest>.Consumer, SpscQueue<ComposeReply>.Producer) Create(int capacity)
    {
        var (requests, heard) = SpscQueue<ComposeRequest>.Create(capacity);
        var (answered, replies) = SpscQueue<ComposeReply>.Create(4096);
        var counters = new Counters();
        var engine = new AnswerEngine(requests, replies, counters);
        engine.Patience.Limit = _limit;
        return (engine, counters, heard, answered);
    }

    // Plays a phrase of one note every four seconds; returns the time of all blocks that took longer than a tenth of the limit.
    private static TimeSpan Play(AnswerEngine engine, int seconds, out int blocksThatWaited, bool offline = true)
    {
        const int Block = 500, Rate = 48000, PhraseFrames = 4 * Rate;
        var controls = new PlayControls(false, 1, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1));
        var all = TimeSpan.Zero;
        int waited = 0;
        EngineStage.AsAudioThread(() =>
        {
            for (long frame = 0; frame < seconds * Rate; frame += Block)
            {
                long begun = Stopwatch.GetTimestamp();
                var time = new HostTime { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = Meter.Common };
                engine.Begin(time, Block, Rate, controls, offline);
                if (frame % PhraseFrames == 0)
                    engine.NoteOn(0, 0, new(60), 80);
                if (frame % PhraseFrames == 20_000)
                    engine.NoteOff(0, 0, new(60));
                engine.End();
                engine.Output.Clear();
                var took = Stopwatch.GetElapsedTime(begun);
                if (took < _limit / 10)
                    continue;
                all += took;
                waited++;
            }
        });
        blocksThatWaited = waited;
        return all;
    }
}
