using System.Text;
using ComposerPlugin.Engine;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public sealed class LearnedControlTests : IDisposable
{
    private const byte Knob = 20;

    private readonly InstanceStage _stage = new();

    private static double ForgetsAll => Parameters.Learn.ToNormalized(LearnEntries.ForgetAll);

    public void Dispose() => _stage.Dispose();

    private static int Number(Parameter learner) => Parameters.Learners.ToList().IndexOf(learner);

    private static double Learns(Parameter learner) => Parameters.Learn.ToNormalized(LearnEntries.Of(Number(learner)));

    private static string State(InstanceStage stage) =>
        string.Join(' ', Encoding.UTF8.GetString(stage.Hosted.GetState()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_control_learns_the_next_controller_and_is_moved_by_it(bool mapControllers)
    {
        var timeline = new Timeline().LiveParameter(10, Parameters.Learn.Id, Learns(Parameters.Density))
            .LiveNote(50, 20, 40).LiveController(100, Knob, 0).LiveController(200, Knob, 127).LiveController(300, Knob + 1, 5)
            .LiveController(400, Knob, 5, channel: 1);
        Assert.Equal(["50 on 0 40", "70 off 0 40", "300 cc 0 21 5", "400 cc 1 20 5"],
            InstanceStage.Words(_stage.Play(timeline, 2000, new() { MapControllers = mapControllers })));
        Assert.Equal(100, _stage.Plain(Parameters.Density));
        Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.Learn.Id));
        Assert.Contains("\"learned\": { \"density\": { \"controller\": 20, \"channel\": 1 } }", State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_sees_each_value_on_its_frame_and_the_window_the_last()
    {
        Learn(Parameters.Surprise);
        _stage.Hosted.Activate(48000, 512);
        _stage.Hosted.InputEvents.Add(Moved(3, 0));
        _stage.Hosted.InputEvents.Add(Moved(100, 127));
        _stage.Hosted.InputEvents.Add(Moved(511, 64));
        Assert.True(_stage.Hosted.Process(512, default, BlockParts.None));
        var changes = _stage.Hosted.OutputChanges;
        int at = changes.Ids.ToList().IndexOf(Parameters.Surprise.Id);
        Assert.Equal([(3, 0.0), (100, 1.0), (511, 64 / 127.0)], Enumerable.Range(0, changes[at].Count).Select(i => changes[at][i]));
        Assert.Equal(64 / 127.0, _stage.Hosted.GetNormalized(Parameters.Surprise.Id));
        _stage.Hosted.Deactivate();
    }

    [Fact]
    public void A_list_is_moved_through_all_its_entries()
    {
        Learn(Parameters.Mode);
        var modes = new List<double>();
        for (int value = 0; value < 128; value++)
        {
            _stage.Play(new Timeline().LiveController(0, Knob, value), 512);
            modes.Add(_stage.Plain(Parameters.Mode));
        }
        Assert.Equal(modes.Order(), modes);
        Assert.Equal([0.0, 1, 2, 3, 4], modes.Distinct());
    }

    [Fact]
    public void The_host_still_automates_a_learned_control()
    {
        Learn(Parameters.Swing);
        // In one block too, in both orders.
        _stage.Play(new Timeline().LiveController(0, Knob, 127).LiveParameter(100, Parameters.Swing.Id, 0.4), 512);
        Assert.Equal(60, _stage.Plain(Parameters.Swing), 6);
        _stage.Play(new Timeline().LiveParameter(0, Parameters.Swing.Id, 0.4).LiveController(100, Knob, 0), 512);
        Assert.Equal(50, _stage.Plain(Parameters.Swing));
        _stage.Play(new Timeline().LiveParameter(0, Parameters.Swing.Id, 0.4), 512);
        Assert.Equal(60, _stage.Plain(Parameters.Swing), 6);
    }

    [Fact]
    public void The_notes_that_follow_are_played_with_the_new_value()
    {
        Learn(Parameters.Thru);
        var timeline = new Timeline().LiveController(100, Knob, 0).LiveNote(101, 50, 60).LiveController(300, Knob, 127)
            .LiveNote(300, 50, 61);
        Assert.Equal(["300 on 0 61", "350 off 0 61"], InstanceStage.Words(_stage.Play(timeline, 2000)));
    }

    [Fact]
    public void A_mapping_is_restored_with_the_project()
    {
        Learn(Parameters.VelocityScale);
        byte[] saved = _stage.Hosted.GetState();
        using var other = new InstanceStage();
        Assert.True(other.Hosted.SetState(saved));
        Assert.Equal(saved, other.Hosted.GetState());
        Assert.Empty(InstanceStage.Words(other.Play(new Timeline().LiveController(0, Knob, 127), 512)));
        Assert.Equal(200, other.Plain(Parameters.VelocityScale));
    }

    [Fact]
    public void A_controller_moves_one_control_only_and_all_are_forgotten_at_once()
    {
        Learn(Parameters.NewTake);
        Learn(Parameters.Density);
        Assert.Contains("\"learned\": { \"density\": {", State(_stage), StringComparison.Ordinal);
        Learn(Parameters.Memory);
        Assert.Contains("\"learned\": { \"memory\": {", State(_stage), StringComparison.Ordinal);
        Learn(Parameters.Keep);
        Assert.Contains("\"learned\": { \"keep\": {", State(_stage), StringComparison.Ordinal);
        Learn(Parameters.Memory);
        double before = _stage.Plain(Parameters.Memory);
        Assert.Equal(["100 cc 0 20 7"], InstanceStage.Words(_stage.Play(
            new Timeline().LiveParameter(0, Parameters.Learn.Id, ForgetsAll).LiveController(100, Knob, 7), 512)));
        Assert.DoesNotContain("learned", State(_stage), StringComparison.Ordinal);
        Assert.Equal(before, _stage.Plain(Parameters.Memory));
    }

    [Fact]
    public void One_mapping_can_be_forgotten()
    {
        Learn(Parameters.Density);
        Learn(Parameters.Memory, Knob + 1);
        ((Controller)_stage.Instance.Controller).Forget(Number(Parameters.Density));
        Assert.Contains("\"learned\": { \"memory\": {", State(_stage), StringComparison.Ordinal);
        Assert.Equal(["100 cc 0 20 7"], InstanceStage.Words(_stage.Play(
            new Timeline().LiveController(100, Knob, 7).LiveController(100, Knob + 1, 127), 512)));
        Assert.Equal(100, _stage.Plain(Parameters.Memory));
    }

    [Fact]
    public void The_window_shows_what_a_control_has_learned()
    {
        var controller = (Controller)_stage.Instance.Controller;
        var window = new WindowMidiLearn(controller, (_, _, _) => false);
        int density = Number(Parameters.Density);
        window.Learn(density);
        Assert.Equal(Learns(Parameters.Density), _stage.Hosted.GetNormalized(Parameters.Learn.Id));
        Assert.Equal(density, window.Learning);
        Learn(Parameters.Density);
        controller.Refresh();
        window.Refresh();
        Assert.Equal((-1, "controller 20, channel 1"), (window.Learning, window.MappingOf(density)));
        int version = window.Version;
        window.Forget(density);
        window.Refresh();
        Assert.Equal("", window.MappingOf(density));
        Assert.NotEqual(version, window.Version);
    }

    [Fact]
    public void A_learned_controller_is_a_normal_one_while_bypassed()
    {
        Learn(Parameters.Density);
        double before = _stage.Plain(Parameters.Density);
        _stage.Set(Parameters.Bypass, 1);
        Assert.Equal(["100 cc 0 20 127"], InstanceStage.Words(_stage.Play(new Timeline().LiveController(100, Knob, 127), 512)));
        Assert.Equal(before, _stage.Plain(Parameters.Density));
    }

    [Fact]
    public void The_preview_level_learns_where_there_is_a_preview()
    {
        var timeline = new Timeline().LiveParameter(0, Parameters.Learn.Id, Learns(Parameters.PreviewLevel)).LiveController(100, Knob, 127);
        Assert.Equal(["100 cc 0 20 127"], InstanceStage.Words(_stage.Play(timeline, 512)));
        Assert.Equal(0, _stage.Hosted.GetNormalized(Parameters.Learn.Id));
        using var other = new InstanceStage("Composer");
        Assert.Empty(InstanceStage.Words(other.Play(timeline, 512)));
        Assert.Equal(0, other.Plain(Parameters.PreviewLevel));
        // The mapping of a project of the other class waits in the state.
        byte[] saved = other.Hosted.GetState();
        Assert.True(_stage.Hosted.SetState(saved));
        Assert.Equal(["100 cc 0 20 127"], InstanceStage.Words(_stage.Play(new Timeline().LiveController(100, Knob, 127), 512)));
        Assert.Contains("\"preview-level\": { \"controller\": 20", State(_stage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_does_not_learn_a_note_and_a_note_fires_its_trigger_meanwhile()
    {
        var learn = new MidiLearn { Learning = (int)TakeTrigger.Keep };
        Assert.True(learn.TakesNote(0, 40, out _));
        learn.Learning = Number(Parameters.Density);
        Assert.False(learn.TakesNote(0, 41, out _));
        Assert.True(learn.TakesNote(0, 40, out var fired));
        Assert.Equal(((int)TakeTrigger.Keep, false, true), (fired.Learner, fired.IsLearnt, fired.Fires));
        Assert.True(learn.TakesController(0, Knob, 64, out var learnt));
        Assert.Equal((Number(Parameters.Density), true, false), (learnt.Learner, learnt.IsLearnt, learnt.Fires));
        Assert.Null(learn.Learning);
    }

    private static Event Moved(int frame, sbyte value) => new()
    {
        Type = EventType.MidiController, SampleOffset = frame, MidiController = new() { Controller = Knob, Value = value },
    };

    private void Learn(Parameter learner, byte knob = Knob) => _stage.Play(
        new Timeline().LiveParameter(0, Parameters.Learn.Id, Learns(learner)).LiveController(100, knob, 64), 512);
}
