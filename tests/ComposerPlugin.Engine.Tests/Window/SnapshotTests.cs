using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000.
public class SnapshotTests
{
    [Fact]
    public void Snapshot_is_the_state_at_the_end_of_each_block()
    {
        using var stage = new EngineStage(EngineStage.Key(12_000, 12_000, 60));
        stage.Run(18_000, () => 500);
        var snapshot = stage.Window!.Snapshot;
        Assert.Equal(18, snapshot.Position, 6);
        Assert.Equal((true, 120, PlayMode.Continue), (snapshot.IsPlaying, snapshot.Tempo, snapshot.Mode));
        Assert.Equal((new BarGrid(Meter.Common, 0), 1L), (snapshot.Bars, snapshot.BarNumber));
        Assert.Equal((true, false, 1L, 0L, 0), (snapshot.HearsPhrase, snapshot.IsAnswering, snapshot.PlayedNotes, snapshot.SentNotes,
            snapshot.CurrentTake));
    }

    [Fact]
    public void Snapshot_follows_the_answer()
    {
        using var stage = new EngineStage(EngineStage.Key(0, 20_000, 60));
        stage.Run(120_000, () => 500);
        var snapshot = stage.Window!.Snapshot;
        Assert.Equal((true, false), (snapshot.IsAnswering, snapshot.HearsPhrase));
        Assert.Equal(stage.Played.Count(played => played.Note.IsOn), snapshot.SentNotes);
        Assert.True(snapshot.SentNotes > 1);
        Assert.Equal((1, 1), (snapshot.CurrentTake, snapshot.Answer.Id));
        Assert.Equal((new BarGrid(Meter.Common, 96), 2L), (snapshot.Bars, snapshot.BarNumber));

        stage.Run(400_000, () => 500);
        snapshot = stage.Window.Snapshot;
        Assert.Equal((false, 16L, 1), (snapshot.IsAnswering, snapshot.SentNotes, snapshot.CurrentTake));
        Assert.Equal(stage.Answers[0].Answer, snapshot.Answer);
    }

    [Fact]
    public void A_repeated_take_is_the_current_one_under_its_first_id()
    {
        using var stage = new EngineStage(EngineStage.Key(0, 20_000, 60))
        {
            Triggers = new([(100_000, TakeTrigger.NewTake), (200_000, TakeTrigger.PreviousTake)]),
        };
        stage.Run(190_000, () => 500);
        Assert.Equal((2, 2), (stage.Window!.Snapshot.CurrentTake, stage.Window.Snapshot.Answer.Id));
        stage.Run(300_000, () => 500);
        Assert.Equal((1, 3), (stage.Window.Snapshot.CurrentTake, stage.Window.Snapshot.Answer.Id));
    }

    [Fact]
    public void A_block_without_frames_is_reported_too()
    {
        using var stage = new EngineStage();
        stage.Run(1000, () => 500);
        stage.Controls = stage.Controls with { Mode = PlayMode.Vary };
        stage.Block(0);
        var snapshot = stage.Window!.Snapshot;
        Assert.Equal((PlayMode.Vary, 1), (snapshot.Mode, Math.Round(snapshot.Position, 6)));
    }

    [Fact]
    public void The_bar_number_goes_back_with_the_loop_of_the_host()
    {
        // A loop of bars 3 and 4. Each block ends a quarter later.
        using var stage = new EngineStage
        {
            Host = frame => new()
            {
                IsPlaying = true, Tempo = 120, Meter = Meter.Common, CycleStart = 8, CycleEnd = 16,
                Quarter = 8 + (frame / 24_000.0 % 8), BarQuarter = 4 * Math.Floor((8 + (frame / 24_000.0 % 8)) / 4),
            },
        };
        Assert.Equal([3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3], BarNumbers(stage, blocks: 18));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_bar_number_follows_a_meter_change_and_knows_it_after_a_loop(bool hasLoop)
    {
        // Two bars of 4/4, then 3/4; with the loop, back to the start of the waltz after two bars of it.
        static Meter MeterAt(double quarter) => quarter < 8 ? Meter.Common : new(3, 4);
        double At(long frame) => frame / 24_000.0 is var quarter && hasLoop && quarter >= 14 ? 8 + ((quarter - 14) % 6) : quarter;
        using var stage = new EngineStage
        {
            Host = frame => new()
            {
                IsPlaying = true, Tempo = 120, Meter = MeterAt(At(frame)), Quarter = At(frame),
                BarQuarter = At(frame) < 8 ? 4 * Math.Floor(At(frame) / 4) : 8 + (3 * Math.Floor((At(frame) - 8) / 3)),
                CycleStart = hasLoop ? 8 : null, CycleEnd = hasLoop ? 14 : null,
            },
        };
        Assert.Equal(
            hasLoop
                ? [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4, 3]
                : [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7],
            BarNumbers(stage, blocks: 20));
    }

    [Fact]
    public void Without_a_playing_host_bars_are_counted_from_one()
    {
        using var stage = new EngineStage(EngineStage.Key(30_000, 10_000, 60)) { Host = _ => default };
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 3], BarNumbers(stage, blocks: 10));
        Assert.False(stage.Window!.Snapshot.IsPlaying);
        Assert.Equal(30 + (2 * 96), stage.Window.Snapshot.Bars.BarLine);
    }

    // The number at the end of each block of a quarter.
    private static List<long> BarNumbers(EngineStage stage, int blocks)
    {
        var numbers = new List<long>();
        for (int i = 0; i < blocks; i++)
        {
            stage.Block(24_000);
            numbers.Add(stage.Window!.Snapshot.BarNumber);
        }
        return numbers;
    }
}
