using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a tick is 1,000 frames, an eighth 12,000, a bar 96,000.
public class BarLineStartTests
{
    private const int Eighth = 12_000, Bar = 96_000;

    private static readonly PlayControls _follows = new(false, 2, 0, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1))
    {
        FollowsPhrase = true,
    };

    [Theory]
    [InlineData(true, Eighth - 2_000, 2 * Bar)]
    [InlineData(true, Eighth, 2 * Bar)]
    [InlineData(true, Eighth + 3_000, 2 * Bar)]
    [InlineData(false, Eighth - 2_000, (2 * Bar) + 24_000)]
    public void A_phrase_that_fills_its_bars_is_answered_on_the_bar_line(bool follows, int length, int start)
    {
        using var stage = Play(
            Eighths(15).Concat(EngineStage.Key(15 * Eighth, length, 70)), _follows with { FollowsPhrase = follows });
        stage.Run(500_000, () => 512);
        Assert.Equal(start, stage.Onsets.First());
        Assert.Equal(16, stage.Composer.Heard.Count(request => request.Kind == RequestKind.Note));
        Balance.Check(stage, "", allEnded: true);
    }

    [Theory]
    [InlineData(-1_500)]
    [InlineData(0)]
    [InlineData(400)]
    public void A_player_who_goes_on_drops_the_answer_unheard_and_its_take(int late)
    {
        using var stage = Play(Eighths(16).Concat(Eighths(18, (2 * Bar) + late)));
        stage.Run((4 * Bar) + 200_000, () => 256);
        // 34 eighths end beside a beat: a rest of a quarter, and the next one.
        Assert.Equal((4 * Bar) + 48_000, stage.Onsets.First(frame => frame != 2 * Bar));
        Assert.DoesNotContain(2L * Bar, stage.Onsets.Where(_ => late <= 0));
        Assert.Equal(1, stage.Composer.Heard.Count(request => request is { Kind: RequestKind.Note, BeginsPhrase: true }));
        Assert.Equal([0, 1], stage.Answers.Select(request => request.ReplacedTake));
        Balance.Check(stage, "", allEnded: false);
    }

    [Fact]
    public void A_player_who_goes_on_late_stops_the_answer_and_the_phrase_is_the_same()
    {
        using var stage = Play(Eighths(16).Concat(Eighths(8, (2 * Bar) + 5_000)));
        stage.Run(3 * Bar, () => 256);
        Assert.Equal(
            [(2 * Bar, true), ((2 * Bar) + 5_000, false)], stage.Played.Select(played => (played.Frame, played.Note.IsOn)).Take(2));
        Assert.Equal(1, stage.Composer.Heard.Count(request => request is { Kind: RequestKind.Note, BeginsPhrase: true }));
    }

    [Fact]
    public void A_phrase_as_long_as_the_last_one_is_answered_on_the_line()
    {
        // Eight bars, of which the answer of two bars expects two. The second time they are expected.
        using var stage = Play(Eighths(64).Concat(Eighths(64, 12 * Bar)));
        stage.Run(22 * Bar, () => 512);
        Assert.Equal([2, 8.25, 20], stage.Answers.Select(request => request.Answer.Start / 96.0));
    }

    [Theory]
    [InlineData(24_000, 4 * Bar)]
    [InlineData(20_000, 4 * Bar)]
    [InlineData(9_000, (4 * Bar) + 24_000)]
    public void A_last_note_that_is_the_longest_ends_the_phrase_on_the_line(int length, int start)
    {
        // Four bars, which end with a quarter in place of two eighths.
        bool isLong = length > Eighth;
        var keys = Eighths(isLong ? 30 : 31).Concat(EngineStage.Key((isLong ? 30 : 31) * Eighth, length, 64));
        using var stage = Play(keys, _follows with { AnswerBars = 3 });
        stage.Run(5 * Bar, () => 512);
        Assert.Equal(start, stage.Onsets.First());
    }

    [Fact]
    public void A_pickup_does_not_count_as_a_bar()
    {
        using var stage = Play(Eighths(18, Bar - (2 * Eighth)));
        stage.Run(4 * Bar, () => 512);
        Assert.Equal(3 * Bar, stage.Onsets.First());
    }

    [Fact]
    public void A_set_rest_a_drone_and_a_short_last_note_wait_for_the_rest()
    {
        using var set = Play(Eighths(16), _follows with { RestTicks = 24 });
        set.Run(3 * Bar, () => 512);
        Assert.Equal((2 * Bar) + 24_000, set.Onsets.First());

        using var drone = Play(Eighths(16).Concat(EngineStage.Key(0, 5 * Bar, 40)));
        drone.Run((2 * Bar) + 24_000, () => 512);
        Assert.Empty(drone.Onsets);

        var quarters = Enumerable.Range(0, 8).SelectMany(i => EngineStage.Key(i * 24_000, 20_000, 60));
        using var pickup = Play(quarters.Concat(EngineStage.Key((2 * Bar) - 6_000, 5_000, 60)));
        pickup.Run((2 * Bar) + 24_000, () => 512);
        Assert.Empty(pickup.Onsets);
    }

    [Theory]
    [InlineData(6, StartQuantize.Beat, 6_000)]
    [InlineData(12, StartQuantize.Beat, 12_000)]
    [InlineData(24, StartQuantize.Beat, 24_000)]
    [InlineData(6, StartQuantize.Bar, Bar)]
    public void A_set_rest_shorter_than_a_beat_starts_the_answer_on_the_grid(int rest, StartQuantize start, int late)
    {
        // The last note ends two ticks before the bar line.
        using var stage = Play(Eighths(16), _follows with { RestTicks = rest, StartOn = start });
        stage.Run(4 * Bar, () => 512);
        Assert.Equal((2 * Bar) + late, stage.Onsets.First());
    }

    [Fact]
    public void Vary_begins_on_the_line_too()
    {
        using var stage = Play(Eighths(16), _follows with { Mode = PlayMode.Vary });
        stage.Run(4 * Bar, () => 512);
        Assert.Equal(2 * Bar, stage.Onsets.First());
    }

    [Fact]
    public void The_take_is_the_same_at_every_block_size()
    {
        var reference = Take(() => 512);
        Assert.Contains(2L * Bar, reference.Select(played => played.Frame));
        foreach (int size in (int[])[1, 16, 64, 480, 2048, 4096, 100_000])
            Assert.Equal(reference, Take(() => size));
        var random = new Random(3);
        Assert.Equal(reference, Take(() => random.Next(1, 3000)));

        static List<(long Frame, OutputNote)> Take(Func<int> blockSize)
        {
            // Three phrases: answered, gone on with late, and gone on with in time.
            using var stage = Play(
                Eighths(16).Concat(Eighths(16, 5 * Bar)).Concat(Eighths(9, (7 * Bar) + 700)).Concat(Eighths(24, 12 * Bar)));
            stage.Run(18 * Bar, blockSize);
            return stage.Played;
        }
    }

    private static EngineStage Play(IEnumerable<PlayedKey> keys, PlayControls? controls = null) =>
        new(keys) { Controls = controls ?? _follows };

    private static IEnumerable<PlayedKey> Eighths(int count, long from = 0) => Enumerable.Range(0, count)
        .SelectMany(i => EngineStage.Key(from + (i * Eighth), Eighth - 2_000, (byte)(60 + (i % 8))));
}
