using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000, a bar of 4/4 96,000. The scripted composer answers in eighths.
public class ModeTests
{
    private const int Bar = 96_000;

    [Fact]
    public void Trade_answer_fills_its_own_bars()
    {
        using var performance = new EngineStage(Motif()) { Controls = Controls(PlayMode.Trade) with { TradeBars = 2 } };
        performance.Run(6 * Bar, () => 512);
        Assert.Equal(Eighths(2 * Bar, 4 * Bar), performance.Onsets);
    }

    [Fact]
    public void Trade_answer_continues_under_the_player_and_the_next_turn_answers_the_player()
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(250_000, 5_000, 72)))
        {
            Controls = Controls(PlayMode.Trade) with { TradeBars = 2 },
        };
        performance.Run(9 * Bar, () => 512);
        Assert.Equal([.. Eighths(2 * Bar, 4 * Bar), .. Eighths(6 * Bar, 8 * Bar)], performance.Onsets);
        Balance.Check(performance);
    }

    [Fact]
    public void Trade_does_not_answer_a_silent_turn()
    {
        using var performance = new EngineStage(Motif()) { Controls = Controls(PlayMode.Trade) with { TradeBars = 1 } };
        performance.Run(12 * Bar, () => 512);
        Assert.Equal(Eighths(Bar, 2 * Bar), performance.Onsets);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    [InlineData(8, 6)]
    public void Trade_counts_turns_from_the_songs_start(int bars, int firstOwnBar)
    {
        // The host starts in the third bar, and the player plays in each bar.
        var keys = Enumerable.Range(0, 10).SelectMany(bar => EngineStage.Key((bar * Bar) + 2_000, 5_000, 60));
        using var performance = new EngineStage(keys)
        {
            Controls = Controls(PlayMode.Trade) with { TradeBars = bars },
            Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = 8 + (frame / 24000.0), Meter = Meter.Common },
        };
        performance.Run(8 * Bar, () => 512);
        Assert.Equal(firstOwnBar * Bar, performance.Onsets.First());
    }

    [Fact]
    public void Trade_alternates_turns_through_a_loop_of_the_players_bars()
    {
        var keys = Enumerable.Range(0, 8).SelectMany(bar => EngineStage.Key((bar * Bar) + 2_000, 5_000, 60));
        using var performance = new EngineStage(keys)
        {
            Controls = Controls(PlayMode.Trade) with { TradeBars = 2 },
            Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0 % 8, CycleStart = 0, CycleEnd = 8 },
        };
        performance.Run(8 * Bar, () => 500);
        Assert.Equal([.. Eighths(2 * Bar, 4 * Bar), .. Eighths(6 * Bar, 8 * Bar)], performance.Onsets);
    }

    [Fact]
    public void Trade_hears_a_held_key_up_to_the_turns_end()
    {
        using var performance = new EngineStage(EngineStage.Key(24_000, 200_000, 60))
        {
            Controls = Controls(PlayMode.Trade) with { TradeBars = 1 },
        };
        performance.Run(3 * Bar, () => 512);
        var heard = performance.Composer.Heard;
        Assert.Equal([RequestKind.Restart, RequestKind.Note, RequestKind.Answer], heard.Select(request => request.Kind));
        Assert.Equal((24L, 72), (heard[1].Note.Onset, heard[1].Note.Duration));
    }

    // A half bar at a bar's beginning, one in its middle, and a loop that is no multiple of a tick.
    [Theory]
    [InlineData(0, 2, 48_000)]
    [InlineData(1, 3, 48_000)]
    [InlineData(2, 3.01, 24_240)]
    public void Generate_begins_at_the_loop_start_if_the_loop_contains_no_bar_line(double from, double to, int onset)
    {
        foreach (int block in (int[])[64, 500, 2000])
        {
            using var performance = new EngineStage
            {
                Controls = Controls(PlayMode.Generate),
                Host = frame => new()
                {
                    IsPlaying = true, Tempo = 120, Quarter = from + (frame / 24000.0 % (to - from)), BarQuarter = 0, Meter = Meter.Common,
                    CycleStart = from, CycleEnd = to,
                },
            };
            performance.Run(4 * Bar, () => block);
            // A host that jumps back within a block reports it with the next block.
            Assert.InRange(performance.Onsets.First(), onset, onset + block - 1);
        }
    }

    [Fact]
    public void Generate_begins_on_the_next_bar_line_and_continues_without_a_seam()
    {
        using var performance = new EngineStage { Controls = Controls(PlayMode.Generate) };
        performance.Run(8 * Bar, () => 512);
        Assert.Equal(Eighths(Bar, 8 * Bar), performance.Onsets);
        Assert.All(performance.Answers, answer => Assert.Equal(AnswerSource.Generated, answer.Source));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Generate_cadences_only_with_end_on_tonic(bool tonic)
    {
        var controls = Controls(PlayMode.Generate);
        using var performance = new EngineStage { Controls = controls with { Answer = controls.Answer with { EndsOnTonic = tonic } } };
        performance.Run(8 * Bar, () => 512);
        Assert.NotEmpty(performance.Answers);
        Assert.All(performance.Answers, answer => Assert.Equal(tonic, answer.Controls.Closes));
    }

    [Fact]
    public void Generate_continues_while_the_player_plays_and_hears_the_notes()
    {
        using var performance = new EngineStage(Motif(Bar)) { Controls = Controls(PlayMode.Generate) };
        performance.Run(5 * Bar, () => 512);
        Assert.Equal(Eighths(Bar, 5 * Bar), performance.Onsets);
        var kinds = performance.Composer.Heard.Select(request => request.Kind).ToList();
        Assert.Equal(4, kinds.Count(kind => kind == RequestKind.Note));
        Assert.DoesNotContain(RequestKind.Stop, kinds);
    }

    [Fact]
    public void Generate_waits_for_a_note_or_a_new_take_while_the_host_is_stopped()
    {
        using var performance = new EngineStage { Controls = Controls(PlayMode.Generate), Host = _ => default };
        performance.Run(4 * Bar, () => 512);
        Assert.Empty(performance.Played);
        performance.Triggers.Enqueue((4 * Bar, TakeTrigger.NewTake));
        performance.Run(4 * Bar, () => 512);
        Assert.NotEmpty(performance.Played);
    }

    [Fact]
    public void Stopping_the_host_stops_generate()
    {
        using var performance = new EngineStage
        {
            Controls = Controls(PlayMode.Generate),
            Host = frame => new() { IsPlaying = frame < 3 * Bar, Tempo = 120, Quarter = Math.Min(frame, 3 * Bar) / 24000.0 },
        };
        performance.Run(8 * Bar, () => 500);
        Assert.InRange(performance.Played[^1].Frame, 3 * Bar, (3 * Bar) + 500);
        Balance.Check(performance);
    }

    [Fact]
    public void Hold_repeats_the_take_without_a_seam()
    {
        using var performance = new EngineStage(Motif()) { Controls = Controls(PlayMode.Continue) with { AnswerBars = 1 } };
        performance.Run(150_000, () => 512);
        performance.Controls = performance.Controls with { Mode = PlayMode.Hold };
        performance.Run(350_000, () => 512);
        Assert.Equal(Eighths(120_000, 500_000), performance.Onsets);
        Assert.Equal([(AnswerSource.Heard, 0), (AnswerSource.Take, 1), (AnswerSource.Take, 1), (AnswerSource.Take, 1)],
            performance.Answers.Select(answer => (answer.Source, answer.Take)));
    }

    [Fact]
    public void Hold_resumes_a_take_at_its_position_in_the_bar()
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(130_000, 1_000, 60)))
        {
            Controls = Controls(PlayMode.Continue) with { AnswerBars = 1 },
        };
        performance.Run(133_000, () => 512);
        performance.Controls = performance.Controls with { Mode = PlayMode.Hold };
        performance.Run(200_000, () => 512);
        // The take began on the second beat of its bar.
        Assert.Equal([120_000, .. Eighths(216_000, 333_000)], performance.Onsets);
    }

    [Fact]
    public void Vary_begins_on_a_bar_line_after_the_phrase()
    {
        using var performance = new EngineStage(Motif()) { Controls = Controls(PlayMode.Vary) };
        performance.Run(3 * Bar, () => 512);
        var answer = Assert.Single(performance.Answers);
        Assert.Equal((192L, 384L, AnswerSource.Phrase), (answer.Answer.Start, answer.Answer.End, answer.Source));
    }

    [Theory]
    [InlineData(PlayMode.Continue)]
    [InlineData(PlayMode.Trade)]
    [InlineData(PlayMode.Generate)]
    [InlineData(PlayMode.Vary)]
    [InlineData(PlayMode.Hold)]
    public void Take_is_the_same_in_every_mode_at_every_block_size_and_sample_rate(PlayMode mode)
    {
        var reference = Take(() => 512, 48000);
        Assert.NotEmpty(reference);
        foreach (int size in (int[])[16, 64, 480, 4096])
            Assert.Equal(reference, Take(() => size, 48000));
        var random = new Random(3);
        Assert.Equal(reference, Take(() => random.Next(0, 3000), 48000));
        foreach (double rate in (double[])[44100, 96000, 192000])
            Assert.Equal(reference, Take(() => 333, rate));

        List<(double, OutputNote)> Take(Func<int> blockSize, double rate)
        {
            var keys = Motif(7_300).Concat(Motif(500_300)).Select(key => key with { Frame = (long)Math.Round(key.Frame * rate / 48000) });
            long At(long frame) => (long)(frame * rate / 48000);
            using var performance = new EngineStage(keys)
            {
                SampleRate = rate,
                Controls = Controls(PlayMode.Continue) with { TradeBars = 1 },
                Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / (rate / 2), Meter = Meter.Common },
                Triggers = new([(At(333_300), TakeTrigger.NewTake), (At(410_300), TakeTrigger.PreviousTake)]),
            };
            performance.Run(At(150_000), blockSize);
            performance.Controls = performance.Controls with { Mode = mode };
            performance.Run(At(750_000), blockSize);
            Balance.Check(performance);
            return [.. performance.Played.Select(played => (Math.Round(played.Frame / rate * 48, 0), played.Note))];
        }
    }

    private static PlayControls Controls(PlayMode mode) => new(false, 2, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1))
    {
        Mode = mode,
    };

    private static IEnumerable<PlayedKey> Motif(long frame = 0) =>
        Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(frame + (i * 24000), 20000, (byte)(60 + i)));

    private static IEnumerable<long> Eighths(long from, long to)
    {
        for (; from < to; from += 12_000)
            yield return from;
    }
}
