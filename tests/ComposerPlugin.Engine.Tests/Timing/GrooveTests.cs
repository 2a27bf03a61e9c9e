using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a tick is 1,000 frames. The answers are eighths.
public class GrooveTests
{
    private static readonly PlayControls _eighths = new(false, 2, 24, StartQuantize.Beat, new(Grid.Eighth, 1, 1, 1));

    [Fact]
    public void The_second_note_of_each_pair_is_delayed_by_the_swing()
    {
        using var performance = new EngineStage(Quarters(late: 0)) { Controls = _eighths with { Swing = 0.625f } };
        performance.Run(600_000, () => 512);

        Assert.Equal([144_000, 159_000, 168_000, 183_000], Onsets(performance)[..4]);
        // Legato notes stay legato.
        Assert.Equal(Onsets(performance).Skip(1), performance.Played.Where(played => !played.Note.IsOn).Select(played => played.Frame)
            .SkipLast(1));
        Assert.Equal(336_000, performance.Played[^1].Frame);
    }

    [Fact]
    public void Straight_notes_stay_on_their_ticks()
    {
        using var performance = new EngineStage(Quarters(late: 300)) { Controls = _eighths };
        performance.Run(600_000, () => 512);
        Assert.NotEmpty(Onsets(performance));
        Assert.All(Onsets(performance), frame => Assert.Equal(0, frame % 12_000));
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(-500, -500)]
    [InlineData(-3_000, -1_000)]
    [InlineData(4_000, 2_000)]
    public void Answers_are_as_late_or_early_as_the_player_within_bounds(int late, int expected)
    {
        using var performance = new EngineStage(Quarters(late)) { Controls = _eighths with { Timing = TimingSource.Player } };
        performance.Run(600_000, () => 512);

        Assert.Equal([144_000 + expected, 156_000 + expected, 168_000 + expected], Onsets(performance)[..3]);
        Assert.Equal(0, performance.Counters.LateNotes);
    }

    [Fact]
    public void Answers_swing_as_the_player_does()
    {
        using var performance = new EngineStage(SwungEighths(at: 14_000, late: 250))
        {
            Controls = _eighths with { Timing = TimingSource.Player, Swing = 0.75f },
        };
        performance.Run(600_000, () => 512);
        Assert.Equal([144_250, 158_250, 168_250, 182_250], Onsets(performance)[..4]);
    }

    [Fact]
    public void The_control_sets_the_swing_if_the_player_plays_no_pairs()
    {
        using var performance = new EngineStage(Quarters(late: 0))
        {
            Controls = _eighths with { Timing = TimingSource.Player, Swing = 0.625f },
        };
        performance.Run(600_000, () => 512);
        Assert.Equal([144_000, 159_000], Onsets(performance)[..2]);
    }

    [Theory]
    [InlineData(TimingSource.Control)]
    [InlineData(TimingSource.Player)]
    public void A_swung_take_is_the_same_at_every_block_size(TimingSource timing)
    {
        BlockSizes.AssertSame(Take);

        List<(long, OutputNote)> Take(Func<int> blockSize)
        {
            // The second phrase interrupts the first answer.
            var keys = SwungEighths(at: 15_137, late: -411).Concat(Quarters(late: 200_777));
            using var performance = new EngineStage(keys) { Controls = _eighths with { Timing = timing, Swing = 0.57f } };
            performance.Run(600_000, blockSize);
            return performance.Played;
        }
    }

    [Fact]
    public void A_swung_take_is_the_same_at_every_sample_rate()
    {
        var reference = Take(48000);
        Assert.NotEmpty(reference);
        foreach (double rate in (double[])[44100, 96000, 192000])
        {
            var take = Take(rate);
            Assert.Equal(reference.Select(played => played.Note), take.Select(played => played.Note));
            Assert.All(reference.Zip(take), pair => Assert.Equal(pair.First.Milliseconds, pair.Second.Milliseconds, 0.1));
        }

        static List<(double Milliseconds, OutputNote Note)> Take(double rate)
        {
            var keys = SwungEighths(at: 15_000, late: 333).Select(key => key with { Frame = (long)Math.Round(key.Frame * rate / 48000) });
            using var performance = new EngineStage(keys)
            {
                SampleRate = rate,
                Controls = _eighths with { Timing = TimingSource.Player },
                Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / (rate / 2), Meter = Meter.Common },
            };
            performance.Run((long)(600_000 * rate / 48000), () => 333);
            return [.. performance.Played.Select(played => (played.Frame / rate * 1000, played.Note))];
        }
    }

    [Fact]
    public void A_note_delayed_by_swing_is_not_remembered_if_it_is_stopped_before_it_sounds()
    {
        // The eighth of tick 156 would sound at 162.
        using var performance = new EngineStage(Quarters(late: 0).Concat(EngineStage.Key(158_000, 1_000, 72)))
        {
            Controls = _eighths with { Swing = 0.75f },
        };
        performance.Run(400_000, () => 512);

        Assert.Equal([144_000], Onsets(performance).Where(frame => frame < 180_000));
        Assert.Equal(155, performance.Composer.Heard.Single(request => request.Kind == RequestKind.Stop).LastTick);
    }

    [Theory]
    [InlineData(4, 4, 48, 24, 12, 6)]
    [InlineData(3, 4, 48, 24, 12, 6)]
    [InlineData(6, 8, 0, 0, 12, 6)]
    [InlineData(7, 8, 48, 24, 12, 6)]
    public void Pairs_are_those_of_the_grids_straight_notes_inside_the_beats(int numerator, int denominator, params int[] pairs)
    {
        var meter = new Meter(numerator, denominator);
        Assert.Equal(pairs, ((Grid[])[Grid.Quarter, Grid.Eighth, Grid.Sixteenth, Grid.ThirtySecond])
            .Select(grid => Groove.PairOf(grid, meter)));
        Assert.Equal(pairs[2], Groove.PairOf(Grid.SixteenthAndTriplet, meter));
        Assert.Equal(0, Groove.PairOf(Grid.EighthTriplet, meter));
        Assert.Equal(0, Groove.PairOf(Grid.SixteenthTriplet, meter));
    }

    [Fact]
    public void Ticks_keep_their_order_and_a_pair_cut_by_the_bar_line_stays_straight()
    {
        var span = new BlockSpan(0, 0.001, 512, new(new(3, 4), 0), false);
        var groove = new Groove(48, 0.75, 0);
        double[] positions = [.. Enumerable.Range(0, 73).Select(tick => groove.PositionOf(tick, span))];

        Assert.Equal(36, positions[24]);
        Assert.Equal([48, 60, 72], [positions[48], positions[60], positions[72]]);
        Assert.Equal(positions.Distinct().Order(), positions);
    }

    // On the beats of ticks 24 to 96; the answer begins on that of 144.
    private static IEnumerable<PlayedKey> Quarters(int late) =>
        Enumerable.Range(1, 4).SelectMany(i => EngineStage.Key((i * 24_000) + late, 19_000, (byte)(60 + i)));

    // On the same beats, and so many frames after each.
    private static IEnumerable<PlayedKey> SwungEighths(int at, int late) => Enumerable.Range(1, 4).SelectMany(i =>
        EngineStage.Key((i * 24_000) + late, 9_000, (byte)(60 + i))
            .Concat(EngineStage.Key((i * 24_000) + at + late, 5_000, (byte)(70 + i))));

    private static long[] Onsets(EngineStage performance) =>
        [.. performance.Played.Where(played => played.Note.IsOn).Select(played => played.Frame)];
}
