using System.Text;
using ComposerPlugin.Host;

namespace ComposerPlugin.Tests;

public sealed class MidiLearnTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    private static double ForgetsAll => Parameters.Learn.ToNormalized(LearnEntries.ForgetAll);

    public void Dispose() => _stage.Dispose();

    private static double Learns(Parameter learner) =>
        Parameters.Learn.ToNormalized(LearnEntries.Of(Parameters.Learners.ToList().IndexOf(learner)));

    private static string State(InstanceStage stage) =>
        string.Join(' ', Encoding.UTF8.GetString(stage.Hosted.GetState()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void The_next_key_is_learned_and_no_longer_played()
    {
        var timeline = new Timeline()
            .LiveNote(100, 50, 36, channel: 9).LiveParameter(200, Parameters.Learn.Id, Learns(Parameters.NewTake))
            .LiveNote(300, 50, 36, channel: 9).LiveNote(400, 50, 36, channel: 9).LiveNote(500, 50, 36).LiveNote(600, 50, 37, channel: 9);
        Assert.Equal(
            ["100 on 9 36", "150 off 9 36", "500 on 0 36", "550 off 0 36", "600 on 9 37", "650 off 9 37"],
            InstanceStage.Words(_stage.Play(timeline, 2000)));
        Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.Learn.Id));
        Assert.Contains("""
            "learned": { "new-take": { "note": 36, "channel": 10 } }
            """.Trim(), State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_controller_is_learned_and_not_passed_on()
    {
        var timeline = new Timeline().LiveParameter(10, Parameters.Learn.Id, Learns(Parameters.Keep))
            .LiveController(100, 64, 127).LiveController(200, 64, 0).LiveController(300, 64, 127).LiveController(400, 65, 1)
            .LiveController(500, 64, 3, channel: 1);
        foreach (bool mapped in (bool[])[true, false])
        {
            using var stage = new InstanceStage();
            Assert.Equal(["400 cc 0 65 1", "500 cc 1 64 3"],
                InstanceStage.Words(stage.Play(timeline, 2000, new() { MapControllers = mapped })));
            Assert.Contains("\"learned\": { \"keep\": { \"controller\": 64, \"channel\": 1 } }", State(stage), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Learned_controls_are_restored_with_the_project()
    {
        _stage.Play(new Timeline().LiveParameter(0, Parameters.Learn.Id, Learns(Parameters.CaptureA)).LiveNote(100, 50, 40), 2000);
        byte[] saved = _stage.Hosted.GetState();
        using var other = new InstanceStage();
        Assert.True(other.Hosted.SetState(saved));
        Assert.Equal(saved, other.Hosted.GetState());
        Assert.Equal(["200 on 0 41", "250 off 0 41"],
            InstanceStage.Words(other.Play(new Timeline().LiveNote(100, 50, 40).LiveNote(200, 50, 41), 2000)));
    }

    [Fact]
    public void A_key_belongs_to_one_trigger_and_all_can_be_cleared()
    {
        _stage.Play(new Timeline()
            .LiveParameter(0, Parameters.Learn.Id, Learns(Parameters.CaptureA)).LiveNote(100, 50, 40)
            .LiveParameter(200, Parameters.Learn.Id, Learns(Parameters.CaptureB)).LiveNote(300, 50, 40), 2000);
        Assert.Contains("\"learned\": { \"capture-b\": {", State(_stage), StringComparison.Ordinal);

        Assert.Equal(["100 on 0 40", "150 off 0 40"],
            InstanceStage.Words(_stage.Play(new Timeline().LiveParameter(0, Parameters.Learn.Id, ForgetsAll).LiveNote(100, 50, 40), 2000)));
        Assert.DoesNotContain("learned", State(_stage), StringComparison.Ordinal);
        Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.Learn.Id));
    }

    [Fact]
    public void Learning_can_be_cancelled()
    {
        var timeline = new Timeline().LiveParameter(0, Parameters.Learn.Id, Learns(Parameters.Keep))
            .LiveParameter(50, Parameters.Learn.Id, 0).LiveNote(100, 50, 40);
        Assert.Equal(["100 on 0 40", "150 off 0 40"], InstanceStage.Words(_stage.Play(timeline, 2000)));
    }

    [Fact]
    public void A_learned_key_is_a_normal_key_while_bypassed()
    {
        _stage.Play(new Timeline().LiveParameter(0, Parameters.Learn.Id, Learns(Parameters.Keep)).LiveNote(100, 50, 40), 2000);
        _stage.Set(Parameters.Bypass, 1);
        Assert.Equal(["100 on 0 40", "150 off 0 40"], InstanceStage.Words(_stage.Play(new Timeline().LiveNote(100, 50, 40), 2000)));
    }

    [Fact]
    public void The_host_is_notified_when_it_next_asks_for_a_text()
    {
        _stage.Hosted.Activate(48000, 512);
        _stage.Set(Parameters.Learn, 1);
        var key = new Vst3.Event { Type = Vst3.EventType.NoteOn, NoteOn = new() { Pitch = 40, Velocity = 1, NoteId = -1 } };
        _stage.Hosted.InputEvents.Add(key);
        Assert.True(_stage.Hosted.Process(512, default, BlockParts.None));
        Assert.Equal([Parameters.Learn.Id, Parameters.Status.Id], _stage.Hosted.OutputChanges.Ids);
        _stage.Hosted.GetNormalized(Parameters.Seed.Id);
        Assert.Empty(_stage.Hosted.Handler.Edits);

        _stage.Hosted.Format(Parameters.Seed.Id, 0);
        Assert.Equal(
            [(ParameterEditKind.Begin, 0.0), (ParameterEditKind.Perform, 0.0), (ParameterEditKind.End, 0.0)],
            _stage.Hosted.Handler.Edits.Where(edit => edit.Id == Parameters.Learn.Id).Select(edit => (edit.Kind, edit.Normalized)));
        Assert.True(_stage.Hosted.Handler.Dirty);
        _stage.Hosted.Deactivate();
    }

    [Fact]
    public void A_trigger_returns_to_zero()
    {
        _stage.Play(new Timeline().LiveParameter(100, Parameters.NewTake.Id, 1), 2000);
        Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.NewTake.Id));
        Assert.DoesNotContain("new-take", State(_stage), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("next-take", 6)]
    [InlineData("reroll-pitches", 7)]
    [InlineData("reroll-rhythm", 8)]
    [InlineData("reroll-velocities", 9)]
    [InlineData("vary-take", 10)]
    public void Triggers_of_later_versions_learn_too(string key, int choice)
    {
        double learns = Parameters.Learn.ToNormalized(choice);
        _stage.Play(new Timeline().LiveParameter(0, Parameters.Learn.Id, learns).LiveNote(100, 50, 40), 2000);
        Assert.Contains($$"""
            "learned": { "{{key}}": { "note": 40, "channel": 1 } }
            """.Trim(), State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void Recall_returns_to_off()
    {
        foreach (string name in (string[])["Recent 1", "Recent 8", "Kept 1", "Kept 16"])
        {
            Assert.True(Parameters.RecallTake.TryParse(name, out double normalized));
            _stage.Play(new Timeline().LiveParameter(100, Parameters.RecallTake.Id, normalized), 2000);
            Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.RecallTake.Id));
        }
        Assert.DoesNotContain("recall-take", State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_apply_is_saved()
    {
        Assert.Contains("\"auto-apply\": 0", State(_stage), StringComparison.Ordinal);
        _stage.Set(Parameters.AutoApply, 1);
        Assert.Contains("\"auto-apply\": 1", State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_fires_once_while_it_is_held()
    {
        var button = new TriggerButton();
        (bool On, long Frame)[] taps = [(true, 0), (true, 4000), (true, 8000), (false, 9000), (true, 9001), (true, 9002), (true, 60_000)];
        Assert.Equal([true, false, false, false, true, false, true], taps.Select(tap => button.Fires(tap.On, tap.Frame, 48000)));
    }

    [Fact]
    public void A_pedal_fires_only_when_pressed()
    {
        var learn = new MidiLearn { Learning = (int)Engine.TakeTrigger.Keep };
        bool[] fires = [.. ((int[])[127, 0, 127, 120, 64, 63, 64, 0])
            .Select(value => learn.TakesController(0, 64, value, out var outcome) && outcome.Fires)];
        Assert.Equal([false, false, true, false, false, false, true, false], fires);
        Assert.False(learn.TakesController(0, 123, 127, out _));
    }
}
