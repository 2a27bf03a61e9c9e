using ComposerPlugin.Engine;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class ErrorTests
{
    [Fact]
    public void Empty_answer_is_closed_at_once()
    {
        using var stage = new ComposerStage(new FakeModel());

        Assert.Empty(stage.Answer(Bar, Bar));
        Assert.Empty(stage.Answer(Bar, 0));
    }

    [Fact]
    public void Logits_without_a_possible_pitch_are_reported_and_the_answer_closed()
    {
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.OnlyPitch(10) });

        Assert.Empty(stage.Answer(0, 4 * Bar));

        Assert.Contains("logits are not numbers", stage.Composer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_reply_queue_delays_replies_and_loses_none()
    {
        using var expected = new ComposerStage(new FakeModel());
        expected.PlayTwoBars();
        var all = expected.Answer(2 * Bar, 6 * Bar);
        all.AddRange(expected.Answer(6 * Bar, 10 * Bar));

        using var stage = new ComposerStage(new FakeModel(), capacity: 2);
        stage.PlayTwoBars();
        stage.Ask(2 * Bar, 6 * Bar);
        stage.Ask(6 * Bar, 10 * Bar);
        var replies = new List<ComposeReply>();
        for (int i = 0; i < 1000; i++)
        {
            stage.Run();
            replies.AddRange(stage.Take());
        }

        Assert.Equal(all, replies.Where(reply => !reply.IsEnd).Select(reply => reply.Note));
        Assert.Equal([1, 2], replies.Where(reply => reply.IsEnd).Select(reply => reply.AnswerId));
    }

    [Fact]
    public void Answers_without_a_style_are_empty()
    {
        using var stage = new ComposerStage();
        stage.PlayTwoBars();

        Assert.Empty(stage.Answer(2 * Bar, 4 * Bar));
        Assert.Equal(StyleState.None, stage.Composer.Status.State);
    }

    [Fact]
    public void Error_of_the_model_is_reported_and_the_answer_closed()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 4 * Bar);
        model.NextError = new InvalidOperationException("out\nof memory");

        // One note: the one drawn before the model failed to read it.
        Assert.Single(stage.Answer(4 * Bar, 6 * Bar));

        Assert.Contains("The style Test failed (out of memory)", stage.Composer.Error, StringComparison.Ordinal);
        Assert.NotEmpty(stage.Answer(6 * Bar, 8 * Bar));
    }

    [Fact]
    public void Error_while_hearing_is_reported_and_later_notes_are_heard()
    {
        var model = new FakeModel { NextError = new InvalidOperationException("out of memory") };
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Run();

        Assert.NotNull(stage.Composer.Error);
        Assert.NotEmpty(stage.Answer(2 * Bar, 4 * Bar));
    }
}
