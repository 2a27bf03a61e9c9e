namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000.
public class TakeTests
{
    [Fact]
    public void New_take_replaces_the_answer_from_the_next_start_position_with_the_next_seed()
    {
        using var performance = Answered((150_000, TakeTrigger.NewTake), (200_000, TakeTrigger.NewTake));
        performance.Run(500_000, () => 512);

        Balance.Check(performance);
        Assert.Equal([(120L, 1u, false), (168L, 2u, true), (216L, 3u, true)],
            performance.Answers.Select(answer => (answer.Answer.Start, answer.Controls.Seed, answer.ReplacesLast)));
        Assert.Equal(Enumerable.Range(0, 24).Select(i => 120_000L + (i * 12_000)), performance.Onsets);
    }

    [Fact]
    public void Answer_to_the_next_phrase_has_the_first_seed_again()
    {
        using var performance = new EngineStage(Motif().Concat(Motif(300_000))) { Triggers = new([(150_000, TakeTrigger.NewTake)]) };
        performance.Run(600_000, () => 512);
        Assert.Equal([1u, 2u, 1u], performance.Answers.Select(answer => answer.Controls.Seed));
    }

    [Fact]
    public void Previous_take_is_played_from_its_position_in_the_bar()
    {
        using var performance =
            Answered((150_000, TakeTrigger.NewTake), (290_000, TakeTrigger.PreviousTake), (400_000, TakeTrigger.PreviousTake));
        performance.Run(600_000, () => 512);

        // The first take began on the second beat; there is none before it.
        var answer = performance.Answers[^1];
        Assert.Equal(3, performance.Answers.Count);
        Assert.Equal((AnswerSource.Take, 1, true, 312L, 312L + 192),
            (answer.Source, answer.Take, answer.ReplacesLast, answer.Answer.Start, answer.Answer.End));
    }

    [Fact]
    public void Keep_and_capture_are_sent_at_once()
    {
        using var performance = Answered((50_000, TakeTrigger.Keep), (150_000, TakeTrigger.Keep), (160_000, TakeTrigger.CaptureA),
            (170_000, TakeTrigger.CaptureB));
        performance.Run(200_000, () => 512);
        var sent = performance.Composer.Heard.SkipWhile(request => request.Kind != RequestKind.Answer).Skip(1);
        Assert.Equal([(RequestKind.Keep, 1), (RequestKind.CaptureA, 0), (RequestKind.CaptureB, 0)],
            sent.Select(request => (request.Kind, request.Take)));
    }

    [Fact]
    public void New_take_in_trade_waits_for_its_own_turn_and_ends_with_it()
    {
        using var performance = Answered((10_000, TakeTrigger.NewTake));
        performance.Controls = performance.Controls with { Mode = PlayMode.Trade, TradeBars = 1 };
        performance.Run(200_000, () => 512);
        var answer = Assert.Single(performance.Answers);
        Assert.Equal((96L, 192L), (answer.Answer.Start, answer.Answer.End));
    }

    [Fact]
    public void A_note_on_cancels_the_pending_take()
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(145_000, 1_000, 72)))
        {
            Triggers = new([(144_500, TakeTrigger.PreviousTake)]),
        };
        performance.Run(160_000, () => 512);
        Assert.Single(performance.Answers);
    }

    private static EngineStage Answered(params IEnumerable<(long, TakeTrigger)> triggers) => new(Motif()) { Triggers = new(triggers) };

    private static IEnumerable<PlayedKey> Motif(long frame = 0) =>
        Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(frame + (i * 24000), 20000, (byte)(60 + i)));
}
