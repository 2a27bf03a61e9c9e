using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a tick is 1,000 frames. The answers are eighths.
public class FoundGridTests
{
    private const int Bar = 96_000;

    private static readonly PlayControls _follows = new(false, 2, 0, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1))
    {
        FollowsPhrase = true,
    };

    [Theory]
    [InlineData(14_500, 14_500)]
    [InlineData(16_000, 16_000)]
    public void A_swung_phrase_is_read_straight_and_answered_with_its_swing(int off, int played)
    {
        using var stage = new EngineStage(Swung(8, off)) { Controls = _follows };
        stage.Run(5 * Bar, () => 512);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (i * 12L, 12)), Heard(stage));
        Assert.Equal([2 * Bar, (2 * Bar) + played, (2 * Bar) + 24_000], stage.Onsets.Take(3));
        Assert.Equal(Grid.Sixteenth, stage.Answers[0].Controls.Grid);
        Balance.Check(stage, "", allEnded: true);
    }

    [Fact]
    public void Without_following_the_phrase_the_same_is_dotted()
    {
        using var stage = new EngineStage(Swung(8, 16_000)) { Controls = _follows with { FollowsPhrase = false } };
        stage.Run(5 * Bar, () => 512);
        Assert.Equal([(0, 18), (18, 6)], Heard(stage).Take(2));
        Assert.Equal(12_000, stage.Onsets.ElementAt(1) - stage.Onsets.First());
    }

    [Fact]
    public void A_set_grid_and_a_set_swing_count()
    {
        using var grid = new EngineStage(Swung(8, 16_000))
        {
            Controls = _follows with { Answer = _follows.Answer with { Grid = Grid.Eighth } },
        };
        grid.Run(5 * Bar, () => 512);
        Assert.Equal(12_000, grid.Onsets.ElementAt(1) - grid.Onsets.First());
        Assert.Equal(Grid.Eighth, grid.Answers[0].Controls.Grid);

        using var swing = new EngineStage(Swung(8, 16_000)) { Controls = _follows with { Swing = 0.5625f } };
        swing.Run(5 * Bar, () => 512);
        Assert.Equal(13_500, swing.Onsets.ElementAt(1) - swing.Onsets.First());
    }

    [Fact]
    public void As_the_player_answers_are_as_late_too()
    {
        var keys = Swung(8, 16_000).Select(key => key with { Frame = key.Frame + 750 });
        using var stage = new EngineStage(keys) { Controls = _follows with { Timing = TimingSource.Player } };
        stage.Run(5 * Bar, () => 512);
        long first = stage.Onsets.First();
        Assert.Equal([(2 * Bar) + 750, first + 16_000, first + 24_000], stage.Onsets.Take(3));
    }

    [Fact]
    public void Triplets_are_read_and_answered_as_triplets()
    {
        var keys = Enumerable.Range(0, 24).SelectMany(i => EngineStage.Key(i * 8_000, 7_000, (byte)(60 + (i % 5))));
        using var stage = new EngineStage(keys) { Controls = _follows };
        stage.Run(5 * Bar, () => 512);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (i * 8L, 8)), Heard(stage));
        Assert.Equal(Grid.EighthTriplet, stage.Answers[0].Controls.Grid);
    }

    [Fact]
    public void A_short_phrase_is_sent_before_its_answer()
    {
        using var stage = new EngineStage(Swung(2, 16_000).Concat(Swung(2, 16_000, 4 * Bar))) { Controls = _follows };
        stage.Run(8 * Bar, () => 512);
        var kinds = stage.Composer.Heard.Where(request => request.Kind is RequestKind.Note or RequestKind.Answer).ToList();
        Assert.Equal([true, false, false, false], kinds.Take(4).Select(request => request.BeginsPhrase));
        Assert.Equal((RequestKind.Answer, RequestKind.Note, true), (kinds[4].Kind, kinds[5].Kind, kinds[5].BeginsPhrase));
        Assert.Equal([0, 12, 24, 36], Heard(stage).Take(4).Select(note => note.Onset));
    }

    [Fact]
    public void Chords_keep_their_notes()
    {
        var keys = Enumerable.Range(0, 6).SelectMany(i => new[] { 60, 64, 67 }
            .SelectMany((pitch, voice) => EngineStage.Key((i * 24_000) + (voice * 400), 20_000, (byte)pitch)));
        using var stage = new EngineStage(keys) { Controls = _follows };
        stage.Run(3 * Bar, () => 512);
        Assert.Equal(Enumerable.Range(0, 18).Select(i => (i / 3) * 24L), Heard(stage).Select(note => note.Onset));
    }

    [Fact]
    public void The_take_is_the_same_at_every_block_size()
    {
        BlockSizes.AssertSame(Take);

        static List<(long, OutputNote)> Take(Func<int> blockSize)
        {
            // Swung, then straight into the answer.
            using var stage = new EngineStage(Swung(8, 15_137).Concat(Swung(6, 12_080, (3 * Bar) + 333))) { Controls = _follows };
            stage.Run(8 * Bar, blockSize);
            return stage.Played;
        }
    }

    [Fact]
    public void The_take_is_the_same_at_every_sample_rate()
    {
        var reference = Take(48000);
        foreach (double rate in (double[])[44100, 96000, 192000])
        {
            var take = Take(rate);
            Assert.Equal(reference.Select(played => played.Note), take.Select(played => played.Note));
            Assert.All(reference.Zip(take), pair => Assert.Equal(pair.First.Milliseconds, pair.Second.Milliseconds, 0.1));
        }

        static List<(double Milliseconds, OutputNote Note)> Take(double rate)
        {
            var keys = Swung(8, 15_333).Select(key => key with { Frame = (long)Math.Round(key.Frame * rate / 48000) });
            using var stage = new EngineStage(keys)
            {
                SampleRate = rate, Controls = _follows,
                Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / (rate / 2), Meter = Meter.Common },
            };
            stage.Run((long)(5 * Bar * rate / 48000), () => 333);
            return [.. stage.Played.Select(played => (played.Frame / rate * 1000, played.Note))];
        }
    }

    // Pairs of eighths, the second so many frames after each beat; legato.
    private static IEnumerable<PlayedKey> Swung(int pairs, int off, long from = 0) => Enumerable.Range(0, pairs).SelectMany(i =>
        EngineStage.Key(from + (i * 24_000), off - 500, (byte)(60 + (i % 4)))
            .Concat(EngineStage.Key(from + (i * 24_000) + off, 24_000 - off - 500, (byte)(70 + (i % 4)))));

    private static IEnumerable<(long Onset, int Duration)> Heard(EngineStage stage) =>
        stage.Composer.Heard.Where(request => request.Kind == RequestKind.Note)
            .Select(request => (request.Note.Onset, request.Note.Duration));
}
