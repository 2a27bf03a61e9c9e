using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000. The first answer begins at tick 120 and has two bars.
public class AutoApplyTests
{
    private static readonly PlayControls _controls = new(false, 2, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1))
    {
        AutoApply = true,
    };

    [Fact]
    public void A_changed_control_composes_the_same_take_again_from_the_next_start_position()
    {
        using var performance = Answered((150_000, Density(0.5f)));
        performance.Run(400_000, () => 512);
        Assert.Equal(
            [(120L, 1u, 0f, TakeOrigin.Answer, 0), (168, 1, 0.5f, TakeOrigin.Controls, 1)],
            performance.Answers.Select(answer =>
                (answer.Answer.Start, answer.Controls.Seed, answer.Controls.Density, answer.Origin, answer.BaseTake)));
        Assert.True(performance.Answers[1].ReplacesLast);
        Balance.Check(performance, allEnded: true);
    }

    [Fact]
    public void Several_changes_before_the_start_position_make_one_answer()
    {
        using var performance = Answered((150_000, Density(0.5f)), (152_000, Density(0.6f)), (153_000, Density(0.7f)));
        performance.Run(400_000, () => 512);
        Assert.Equal([0f, 0.7f], performance.Answers.Select(answer => answer.Controls.Density));
    }

    [Fact]
    public void Further_changes_replace_the_changed_take_and_leave_the_original()
    {
        using var performance = Answered((150_000, Density(0.5f)), (200_000, Density(0.6f)), (250_000, Density(0.7f)));
        performance.Triggers.Enqueue((300_000, TakeTrigger.PreviousTake));
        performance.Triggers.Enqueue((450_000, TakeTrigger.NextTake));
        performance.Run(700_000, () => 512);
        Assert.Equal([(1, 0, 0), (2, 1, 0), (3, 1, 2), (4, 1, 3)],
            performance.Answers.Take(4).Select(answer => (answer.Answer.Id, answer.BaseTake, answer.ReplacedTake)));
        // Original and changed.
        Assert.Equal([1, 4], performance.Answers.Skip(4).Select(answer => answer.Take));
    }

    [Fact]
    public void A_new_take_counts_up_after_changes_and_a_change_keeps_its_count()
    {
        using var performance = Answered((250_000, Density(0.5f)));
        performance.Triggers.Enqueue((150_000, TakeTrigger.NewTake));
        performance.Triggers.Enqueue((300_000, TakeTrigger.NewTake));
        performance.Run(700_000, () => 512);
        Assert.Equal([1u, 2, 2, 3], performance.Answers.Select(answer => answer.Controls.Seed));
    }

    [Fact]
    public void A_variation_is_composed_again_from_its_own_base()
    {
        using var performance = Answered((230_000, Variation(0.8f)), (330_000, Variation(1)));
        performance.Triggers.Enqueue((150_000, TakeTrigger.VaryTake));
        performance.Run(700_000, () => 512);
        Assert.Equal([(TakeOrigin.Answer, 0, 0.5f), (TakeOrigin.Variation, 1, 0.5f), (TakeOrigin.Variation, 1, 0.8f),
            (TakeOrigin.Variation, 1, 1)],
            performance.Answers.Select(answer => (answer.Origin, answer.BaseTake, answer.Controls.Variation)));
        Assert.Single(performance.Answers.Skip(1).Select(answer => answer.Controls.Seed).Distinct());
    }

    [Fact]
    public void A_control_that_does_not_shape_the_take_changes_nothing()
    {
        using var performance = Answered((150_000, Variation(0.8f)), (152_000, _controls with { Swing = 0.6f, Thru = false }));
        performance.Run(400_000, () => 512);
        Assert.Single(performance.Answers);
    }

    [Fact]
    public void Nothing_changes_while_it_is_off()
    {
        using var performance = Answered((100_000, _controls with { AutoApply = false }),
            (150_000, Density(0.5f) with { AutoApply = false }), (160_000, Density(0.5f)));
        performance.Run(400_000, () => 512);
        Assert.Single(performance.Answers);
    }

    [Fact]
    public void A_change_after_the_answer_plays_it_again_until_the_player_plays()
    {
        using var performance = new EngineStage([.. Motif(), .. EngineStage.Key(600_500, 1_000, 60)])
        {
            Controls = _controls,
            Moves = new([(400_000, Density(0.5f)), (601_000, Density(0.9f))]),
        };
        performance.Run(602_500, () => 512);
        Assert.Equal([0f, 0.5f], performance.Answers.Select(answer => answer.Controls.Density));
    }

    [Fact]
    public void A_sounding_note_is_not_cut_by_the_change()
    {
        using var performance = Answered((150_000, Density(0.5f)));
        performance.Run(400_000, () => 512);
        // Eighths on the grid of both answers: each ends where the next begins, and none at the change.
        Assert.All(performance.Played, played => Assert.Equal(0, played.Frame % 12_000));
    }

    [Fact]
    public void Changed_takes_are_the_same_at_every_block_size()
    {
        var reference = Take(() => 512);
        Assert.Equal(5, reference.Count);
        foreach (int size in (int[])[1, 16, 480, 4096])
            Assert.Equal(reference, Take(() => size));

        static List<ComposeRequest> Take(Func<int> blockSize)
        {
            using var performance = Answered((150_123, Density(0.5f)), (200_456, Density(0.6f)), (250_789, Variation(1)),
                (299_000, Density(-1)));
            performance.Run(600_000, blockSize);
            return performance.Answers;
        }
    }

    [Fact]
    public void Another_style_is_heard_once_it_takes_effect()
    {
        using var performance = Answered((150_000, _controls with { Style = new(3, 0) }));
        performance.Run(400_000, () => 512);
        var kinds = performance.Composer.Heard.Where(request => request.Kind is not (RequestKind.Note or RequestKind.Restart));
        Assert.Equal([RequestKind.Answer, RequestKind.ChooseStyle, RequestKind.ChangeStyle, RequestKind.Answer],
            kinds.Select(request => request.Kind));
        Assert.Equal(TakeOrigin.Controls, performance.Answers[1].Origin);
    }

    private static PlayControls Density(float density) => _controls with { Answer = _controls.Answer with { Density = density } };

    private static PlayControls Variation(float variation) => _controls with { Answer = _controls.Answer with { Variation = variation } };

    private static EngineStage Answered(params IEnumerable<(long, PlayControls)> moves) =>
        new(Motif()) { Controls = _controls, Moves = new(moves) };

    private static IEnumerable<PlayedKey> Motif() =>
        Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(i * 24000, 20000, (byte)(60 + i)));
}
