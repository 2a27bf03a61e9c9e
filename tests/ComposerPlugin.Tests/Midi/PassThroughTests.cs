using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public sealed class PassThroughTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    public void Dispose() => _stage.Dispose();

    private static double Switch(Parameter parameter, double plain) => parameter.ToNormalized(plain);

    [Fact]
    public void Controllers_go_through_and_notes_do_not_with_thru_off()
    {
        _stage.Set(Parameters.Thru, 0);
        var pressure = new Event { Type = EventType.PolyPressure, PolyPressure = new() { Pitch = 60, Pressure = 0.5f, NoteId = -1 } };
        var timeline = new Timeline().LiveNote(1000, 5000, 60).LiveController(2000, 64, 127).LiveEvent(3000, pressure);
        Assert.Equal(["2000 cc 0 64 127"], InstanceStage.Words(_stage.Play(timeline, 20000)));
    }

    [Fact]
    public void A_note_off_follows_the_route_of_its_note_on_even_if_thru_has_changed()
    {
        var timeline = new Timeline()
            .LiveNote(1000, 5000, 60).LiveParameter(3000, Parameters.Thru.Id, 0)
            .LiveNote(7000, 5000, 62).LiveParameter(9000, Parameters.Thru.Id, 1)
            .LiveNote(20000, 1000, 62);
        Assert.Equal(["1000 on 0 60", "6000 off 0 60", "20000 on 0 62", "21000 off 0 62"],
            InstanceStage.Words(_stage.Play(timeline, 30000)));
    }

    [Fact]
    public void Everything_goes_through_while_bypassed_even_a_key_held_at_the_switch()
    {
        _stage.Set(Parameters.Thru, 0);
        double on = Switch(Parameters.Bypass, 1), off = Switch(Parameters.Bypass, 0);
        var timeline = new Timeline()
            .LiveNote(1000, 5000, 60).LiveParameter(3000, Parameters.Bypass.Id, on)
            .LiveNote(7000, 5000, 62).LiveParameter(9000, Parameters.Bypass.Id, off)
            .LiveNote(14000, 1000, 64);
        Assert.Equal(["7000 on 0 62", "12000 off 0 62"], InstanceStage.Words(_stage.Play(timeline, 20000)));
    }

    [Fact]
    public void Two_keys_of_one_pitch_end_twice_and_a_stray_note_off_goes_through()
    {
        var off = new Event { Type = EventType.NoteOff, NoteOff = new() { Pitch = 90, NoteId = -1 } };
        var timeline = new Timeline().LiveNote(1000, 5000, 60).LiveNote(2000, 1000, 60).LiveEvent(8000, off);
        Assert.Equal(["1000 on 0 60", "2000 on 0 60", "3000 off 0 60", "6000 off 0 60", "8000 off 0 90"],
            InstanceStage.Words(_stage.Play(timeline, 10000)));
    }

    [Fact]
    public void Every_controller_of_every_channel_has_a_hidden_parameter()
    {
        var hidden = _stage.Hosted.Parameters.Where(parameter => parameter.Id >= MidiControllers.FirstId)
            .ToDictionary(parameter => parameter.Id);
        Assert.Equal(16 * 130, hidden.Count);
        Assert.All(hidden.Values, parameter => Assert.Equal(ParameterFlags.Hidden, parameter.Flags));
        for (int channel = 0; channel < 16; channel++)
        {
            for (int controller = 0; controller < 130; controller++)
                Assert.True(_stage.Hosted.MapController(0, channel, controller) is { } id && hidden.Remove(id));
        }
        Assert.Empty(hidden);
        Assert.Null(_stage.Hosted.MapController(1, 0, 1));
        Assert.Null(_stage.Hosted.MapController(0, 16, 1));
        Assert.Null(_stage.Hosted.MapController(0, 0, 130));
    }

    [Fact]
    public void A_controllers_parameter_has_its_text_and_value()
    {
        uint volume = _stage.Hosted.MapController(0, 4, 7)!.Value,
            bend = _stage.Hosted.MapController(0, 0, MidiControllers.PitchBend)!.Value;
        Assert.Equal("MIDI channel 5 CC 7", _stage.Hosted.Parameters.Single(parameter => parameter.Id == volume).Title);
        Assert.Equal("100", _stage.Hosted.Format(volume, _stage.Hosted.GetNormalized(volume)));
        Assert.Equal(8192, _stage.Hosted.ToPlain(bend, _stage.Hosted.GetNormalized(bend)));
        Assert.True(_stage.Hosted.TryParse(volume, "127", out double full));
        Assert.Equal(1, full);
        _stage.Hosted.ShowParameter(volume, full);
        Assert.Equal(1, _stage.Hosted.GetNormalized(volume));
    }

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Mapped_controllers_leave_as_events_on_their_frame(bool mapped)
    {
        var random = new Random(7);
        var timeline = new Timeline();
        var sent = new List<string>();
        for (int i = 0; i < 400; i++)
        {
            int channel = random.Next(16), controller = random.Next(130),
                value = random.Next(controller == MidiControllers.PitchBend ? 16384 : 128);
            timeline.LiveController(i * 97, controller, value, channel).LiveNote((i * 97) + 31, 20, 60, channel: channel);
            sent.AddRange([$"{i * 97} cc {channel} {controller} {value}", $"{(i * 97) + 31} on {channel} 60",
                $"{(i * 97) + 51} off {channel} 60"]);
        }
        foreach (var blocks in (BlockSizes[])[BlockSizes.Fixed(64), BlockSizes.Fixed(4096), BlockSizes.Random(0, 900, 3)])
        {
            var recording = _stage.Play(timeline, 40000, new() { Blocks = blocks, MapControllers = mapped });
            Assert.Equal(sent, InstanceStage.Words(recording));
            Assert.Equal((0, 0), (recording.MisplacedEvents, recording.FailedBlocks));
        }
    }

    [Fact]
    public void A_controller_precedes_a_note_on_the_same_frame()
    {
        var timeline = new Timeline().LiveNote(500, 100, 60).LiveController(500, 0, 3).LiveController(600, 64, 127);
        Assert.Equal(["500 cc 0 0 3", "500 on 0 60", "600 cc 0 64 127", "600 off 0 60"], InstanceStage.Words(_stage.Play(timeline, 2000)));
    }

    [Fact]
    public void Program_changes_and_key_pressure_go_through_as_events()
    {
        var program = new Event { Type = EventType.MidiController, MidiController = new() { Channel = 2, Controller = 130, Value = 17 } };
        var pressure = new Event
        {
            Type = EventType.PolyPressure, PolyPressure = new() { Channel = 3, Pitch = 61, Pressure = 0.5f, NoteId = -1 },
        };
        Assert.Equal(["10 cc 2 130 17", "20 pressure 3 61"],
            InstanceStage.Words(_stage.Play(new Timeline().LiveEvent(10, program).LiveEvent(20, pressure), 100)));
    }

    [Fact]
    public void Of_more_controllers_than_the_queue_holds_the_last_values_go_through_and_no_parameter_change_is_displaced()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 8000; i++)
            timeline.LiveController(i, i % 100, i % 128);
        timeline.LiveParameter(7999, Parameters.Thru.Id, 0).LiveNote(8100, 10, 60);
        var words = InstanceStage.Words(_stage.Play(timeline, 8192, new() { Blocks = BlockSizes.Fixed(8192) }));
        Assert.InRange(words.Count, 4096, 7999);
        Assert.Equal(Enumerable.Range(7900, 100).Select(i => $"{i} cc 0 {i % 100} {i % 128}"), words.TakeLast(100));
    }

    [Fact]
    public void Controllers_are_not_saved()
    {
        byte[] before = _stage.Hosted.GetState();
        _stage.Play(new Timeline().LiveController(10, 1, 99), 1000);
        Assert.Equal(before, _stage.Hosted.GetState());
    }
}
