using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000. The first answer begins on the second beat of a bar, at tick 120.
public class TakeRequestTests
{
    [Theory]
    [InlineData(TakeTrigger.RerollPitches, TakeOrigin.Pitches)]
    [InlineData(TakeTrigger.RerollRhythm, TakeOrigin.Rhythm)]
    [InlineData(TakeTrigger.RerollVelocities, TakeOrigin.Velocities)]
    [InlineData(TakeTrigger.VaryTake, TakeOrigin.Variation)]
    public void A_part_is_composed_again_at_the_takes_position_in_the_bar(TakeTrigger trigger, TakeOrigin origin)
    {
        using var performance = Answered((150_000, trigger), (250_000, trigger));
        performance.Controls = performance.Controls with { AnswerBars = 1 };
        performance.Run(500_000, () => 512);
        Assert.Equal(
            [(1, 120L, 216L, 0, TakeOrigin.Answer, 1u, false), (2, 216, 312, 1, origin, 2, true), (3, 312, 408, 2, origin, 3, true)],
            performance.Answers.Select(answer => (answer.Answer.Id, answer.Answer.Start, answer.Answer.End, answer.BaseTake, answer.Origin,
                answer.Controls.Seed, answer.ReplacesLast)));
        Assert.All(performance.Answers, answer => Assert.Equal(AnswerSource.Heard, answer.Source));
        Balance.Check(performance, allEnded: true);
    }

    [Fact]
    public void Next_take_is_the_one_after_the_current()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake), (250_000, TakeTrigger.NewTake),
            (350_000, TakeTrigger.PreviousTake), (500_000, TakeTrigger.PreviousTake), (650_000, TakeTrigger.NextTake),
            (800_000, TakeTrigger.NextTake), (950_000, TakeTrigger.NextTake));
        performance.Run(1_200_000, () => 512);
        Assert.Equal([2, 1, 2, 3], performance.Answers.Skip(3).Select(answer => answer.Take));
        Assert.All(performance.Answers.Skip(3), answer => Assert.Equal((AnswerSource.Take, true), (answer.Source, answer.ReplacesLast)));
    }

    [Fact]
    public void A_recent_and_a_kept_take_are_played_again_and_are_current()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake), (250_000, TakeTrigger.NewTake), (800_000, TakeTrigger.NewTake));
        performance.Recalls.Enqueue((350_000, 3));
        performance.Recalls.Enqueue((550_000, RecentTakes.Capacity + 1));
        performance.Edits.TryPush(new(TakeEditKind.Keep) { Take = new(-1, 48, 96, Meter.Common) });
        performance.Run(1_200_000, () => 512);
        Assert.Equal(
            [(AnswerSource.Take, 1, 408L, 600L, 0), (AnswerSource.Take, -1, 624, 720, 0), (AnswerSource.Heard, 0, 816, 1008, -1)],
            performance.Answers.Skip(3).Select(answer =>
                (answer.Source, answer.Take, answer.Answer.Start, answer.Answer.End, answer.BaseTake)));
    }

    [Fact]
    public void A_value_without_a_take_does_nothing()
    {
        using var performance = Answered();
        foreach (int value in (int[])[0, 2, 8, 9, 24, 25, -3])
            performance.Recalls.Enqueue((150_000, value));
        performance.Run(400_000, () => 512);
        Assert.Single(performance.Answers);
    }

    [Fact]
    public void Locks_are_forwarded_in_order_and_the_next_take_begins_where_the_locked_one_did()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake), (250_000, TakeTrigger.NewTake));
        performance.Run(140_000, () => 512);
        var change = new LockChange(1, 2, 4, IsLocked: true);
        performance.Edits.TryPush(new(TakeEditKind.Lock) { Lock = change, HasLocks = true });
        performance.Run(400_000, () => 512);

        // Without locks the new takes would begin on the next beats.
        Assert.Equal([(120L, 0, 0), (216, 1, 1), (312, 2, 2)],
            performance.Answers.Select(answer => (answer.Answer.Start, answer.BaseTake, answer.LockedTake)));
        var kinds = performance.Composer.Heard.SkipWhile(request => request.Kind != RequestKind.Answer).Select(request => request.Kind);
        Assert.Equal([RequestKind.Answer, RequestKind.Lock, RequestKind.Answer, RequestKind.Answer], kinds);
        Assert.Equal(change, performance.Composer.Heard.Single(request => request.Kind == RequestKind.Lock).Lock);
    }

    [Fact]
    public void New_take_after_all_notes_are_unlocked_begins_on_the_next_start_position_again()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake));
        performance.Run(140_000, () => 512);
        foreach (bool isLocked in (bool[])[true, false])
            performance.Edits.TryPush(new(TakeEditKind.Lock) { Lock = new(1, 2, 4, isLocked), HasLocks = isLocked });
        performance.Run(400_000, () => 512);
        Assert.Equal((168L, 0), (performance.Answers[^1].Answer.Start, performance.Answers[^1].LockedTake));
    }

    [Fact]
    public void A_phrase_that_is_used_has_a_first_take_of_its_own()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake), (350_000, TakeTrigger.NewTake));
        performance.Run(300_000, () => 512);
        performance.Edits.TryPush(new(TakeEditKind.UsePhrase));
        performance.Run(300_000, () => 512);
        Assert.Equal([(1u, 0), (2, 1), (1, 0)], performance.Answers.Select(answer => (answer.Controls.Seed, answer.BaseTake)));
    }

    [Fact]
    public void Vary_take_varies_the_phrase_where_there_is_no_take()
    {
        using var performance = new EngineStage { Triggers = new([(10_000, TakeTrigger.VaryTake)]) };
        performance.Run(200_000, () => 512);
        var answer = Assert.Single(performance.Answers);
        Assert.Equal((AnswerSource.Phrase, TakeOrigin.Variation, 0), (answer.Source, answer.Origin, answer.BaseTake));
    }

    [Theory]
    [InlineData(TakeTrigger.RerollPitches)]
    [InlineData(TakeTrigger.RerollRhythm)]
    [InlineData(TakeTrigger.RerollVelocities)]
    [InlineData(TakeTrigger.PreviousTake)]
    [InlineData(TakeTrigger.NextTake)]
    [InlineData(TakeTrigger.Keep)]
    public void Without_a_take_nothing_happens(TakeTrigger trigger)
    {
        using var performance = new EngineStage { Triggers = new([(10_000, trigger)]) };
        performance.Run(200_000, () => 512);
        Assert.Equal([RequestKind.Restart], performance.Composer.Heard.Select(request => request.Kind));
    }

    [Theory]
    [InlineData(PlayMode.Continue)]
    [InlineData(PlayMode.Trade)]
    [InlineData(PlayMode.Generate)]
    [InlineData(PlayMode.Vary)]
    [InlineData(PlayMode.Hold)]
    public void Takes_are_the_same_at_every_block_size_and_sample_rate(PlayMode mode)
    {
        var reference = Take(() => 512, 48000);
        Assert.NotEmpty(reference);
        foreach (int size in (int[])[1, 7, 64, 480, 4096])
            Assert.Equal(reference, Take(() => size, 48000));
        var random = new Random(5);
        Assert.Equal(reference, Take(() => random.Next(1, 4097), 48000));
        foreach (double rate in (double[])[44100, 96000])
            Assert.Equal(reference, Take(() => 333, rate));

        List<(double, OutputNote)> Take(Func<int> blockSize, double rate)
        {
            long At(long frame) => (long)(frame * rate / 48000);
            TakeTrigger[] triggers =
            [
                TakeTrigger.RerollPitches, TakeTrigger.NewTake, TakeTrigger.PreviousTake, TakeTrigger.PreviousTake, TakeTrigger.NextTake,
                TakeTrigger.RerollRhythm, TakeTrigger.Keep, TakeTrigger.RerollVelocities, TakeTrigger.VaryTake,
            ];
            var keys = Motif(7_300).Select(key => key with { Frame = At(key.Frame) });
            using var performance = new EngineStage(keys)
            {
                SampleRate = rate,
                Controls = new(false, 1, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1)) { TradeBars = 1 },
                Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / (rate / 2), Meter = Meter.Common },
                Triggers = new(triggers.Select((trigger, i) => (At(333_300 + (i * 151_000)), trigger))),
                Recalls = new([(At(1_700_300), 2), (At(1_900_300), RecentTakes.Capacity + 1)]),
            };
            performance.Run(At(150_000), blockSize);
            performance.Controls = performance.Controls with { Mode = mode };
            performance.Run(At(2_100_000), blockSize);
            Balance.Check(performance);
            return [.. performance.Played.Select(played => (Math.Round(played.Frame / rate * 48, 0), played.Note))];
        }
    }

    [Fact]
    public void Takes_of_the_window_allocate_nothing()
    {
        using var performance = new EngineStage(Motif());
        performance.Run(200_000, () => 512);
        var controls = performance.Controls with { AutoApply = true };
        int block = 0;
        EngineStage.AsAudioThread(() => NoAllocation.In(() =>
        {
            for (int i = 0; i < 2000; i++, block++)
            {
                double quarter = (200_192 + (block * 512)) / 24000.0;
                HostTime host = new() { IsPlaying = true, Tempo = 120, Quarter = quarter, Meter = Meter.Common };
                if (i % 300 == 0)
                {
                    performance.Edits.TryPush(new(TakeEditKind.Lock) { Lock = new(1, 0, 1, true), HasLocks = true });
                    performance.Edits.TryPush(new(TakeEditKind.Keep) { Take = new(-1 - i, 0, 96, Meter.Common) });
                    performance.Edits.TryPush(new(TakeEditKind.Hide) { Take = new(2, 0, 96, Meter.Common) });
                }
                controls = controls with { Answer = controls.Answer with { Density = block % 100 / 100f } };
                performance.Engine.Begin(host, 512, 48000, controls, offline: false);
                if (i % 100 == 50)
                    performance.Engine.Trigger((TakeTrigger)(i / 100 % 10));
                if (i % 100 == 80)
                    performance.Engine.Recall(1 + (i / 100));
                performance.Engine.End();
                performance.Engine.Output.Clear();
            }
        }));
        Assert.Contains(performance.Composer.Heard, request => request.Origin == TakeOrigin.Rhythm);
        Assert.Contains(performance.Composer.Heard, request => request.Origin == TakeOrigin.Controls);
    }

    private static EngineStage Answered(params IEnumerable<(long, TakeTrigger)> triggers) => new(Motif()) { Triggers = new(triggers) };

    private static IEnumerable<PlayedKey> Motif(long frame = 0) =>
        Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(frame + (i * 24000), 20000, (byte)(60 + i)));
}
