using System.Diagnostics;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host.Tests;

public sealed class HostSessionTests : IDisposable
{
    private const int Quarter = 24000;

    private readonly PluginLibrary _library;
    private readonly HostedPlugin _hosted;
    private PassPlugin _plugin = null!;

    public HostSessionTests()
    {
        EntryErrors.Clear();
        _library = PassPlugin.Library(plugin => _plugin = plugin);
        _hosted = _library.Create("Pass");
    }

    public void Dispose()
    {
        _hosted.Dispose();
        _library.Dispose();
    }

    [Fact]
    public void Track_notes_sound_at_their_position_in_every_pass_of_a_cycle()
    {
        var notes = Run(At120().CycleOn(0, 2), new Timeline().Note(1, 0.5, 60), new(), 6 * Quarter).Notes();
        Assert.Equal([Quarter, 3 * Quarter, 5 * Quarter], notes.Select(note => note.Time));
        Assert.All(notes, note => Assert.Equal((60, 100, 0), (note.Pitch, note.Velocity, note.Channel)));
        Assert.All(notes, note => Assert.Equal(Quarter / 2, note.EndTime - note.Time));
        Assert.All(notes, note => Assert.Equal(1, note.Quarter, 9));
    }

    [Fact]
    public void A_note_over_the_end_of_the_cycle_ends_where_the_song_jumps()
    {
        var recording = Run(At120().CycleOn(0, 2), new Timeline().Note(1.5, 1, 60), new(), 5 * Quarter);
        var notes = recording.Notes(out int stray);
        Assert.Equal([(Quarter * 3L / 2, 2L * Quarter), (Quarter * 7L / 2, 4L * Quarter)], notes.Select(note => (note.Time, note.EndTime)));
        Assert.Equal((0, 0), (stray, recording.MisplacedEvents));
    }

    [Fact]
    public void Notes_end_when_the_song_stops_and_sound_again_from_where_it_is_located()
    {
        var transport = At120().Stop(Quarter / 2).Locate(Quarter, 0).Play(2 * Quarter);
        var notes = Run(transport, new Timeline().Note(0, 4, 72), new(), 3 * Quarter).Notes();
        Assert.Equal([(0L, Quarter / 2L), (2L * Quarter, -1L)], notes.Select(note => (note.Time, note.EndTime)));
    }

    [Fact]
    public void Automation_on_the_track_is_not_ended_as_a_note_when_the_song_stops()
    {
        var recording = Run(At120().Stop(Quarter), new Timeline().Parameter(0.5, PassPlugin.Pedal, 1), new(), 2 * Quarter);
        Assert.DoesNotContain(recording.Events.ToArray(), recorded => recorded.Event.Type is EventType.NoteOn or EventType.NoteOff);
    }

    [Theory]
    [InlineData(BlockSplits.All, 3)]
    [InlineData(BlockSplits.Jumps | BlockSplits.TempoChanges, 2)]
    [InlineData(BlockSplits.Jumps, 1)]
    public void Blocks_are_split_as_the_setup_specifies(BlockSplits splits, int calls)
    {
        // One block, and within it a tempo change and a meter change.
        var song = new SongMap(new(new TempoChange(0, 120), new TempoChange(0.5, 60)),
            new(new MeterChange(0, 4, 4), new MeterChange(0.75, 3, 4)));
        var recording = Run(new(song, 48000), new(), new() { Blocks = BlockSizes.Fixed(4 * Quarter), Splits = splits }, 4 * Quarter);
        Assert.Equal(calls, recording.BlockTimes.Count);
    }

    [Fact]
    public void A_note_without_length_begins_before_it_ends()
    {
        var timeline = new Timeline().Note(0.5, 0, 60).Note(0.5, 0, 62).Note(0.25, 0.25, 60).Note(1, 0, 60).LiveNote(100, 0, 70);
        var notes = Run(At120(), timeline, new(), 2 * Quarter).Notes(out int stray);
        Assert.Equal(0, stray);
        Assert.Equal([(100L, 100L, 70), (Quarter / 4, Quarter / 2, 60), (Quarter / 2, Quarter / 2, 60), (Quarter / 2, Quarter / 2, 62),
            (Quarter, Quarter, 60)], notes.Select(note => (note.Time, note.EndTime, (int)note.Pitch)).Order());
    }

    [Fact]
    public void Live_notes_sound_once_even_while_the_song_is_stopped()
    {
        var notes = Run(At120(playing: false), new Timeline().LiveNote(1000, 500, 64, 1, 3), new(), Quarter).Notes();
        Assert.Equal([new(1000, 1500, 0, 0, 64, 1, 3)], notes);
    }

    [Theory]
    [InlineData(BlockSplits.None)]
    [InlineData(BlockSplits.Jumps)]
    [InlineData(BlockSplits.Jumps | BlockSplits.TempoChanges)]
    public void Every_partition_into_blocks_gives_the_same_events(BlockSplits splits)
    {
        var song = new SongMap(new(new TempoChange(0, 97), new TempoChange(2, 163.7)), MeterMap.Constant(4, 4));
        HostTransport Transport() => new HostTransport(song, 44100).CycleOn(0.3, 3.1).Locate(150_000, 1).CycleOff(260_000).Stop(300_000);
        var timeline = new Timeline().LiveNote(77_777, 1234, 30).Parameter(1.7, PassPlugin.Pedal, 0.3).Controller(0.9, 1, 99);
        for (int note = 0; note < 40; note++)
            timeline.Note(note * 0.11, 0.07, 40 + note % 50);
        (long, double, EventType, int)[] Play(BlockSizes blocks) =>
        [
            .. Run(Transport(), timeline, new() { Blocks = blocks, Splits = splits }, 310_000).Events.ToArray()
                .Select(e => (e.Time, Math.Round(e.Quarter, 9), e.Event.Type, (int)e.Event.NoteOn.Pitch))
                .Order(),
        ];
        var expected = Play(BlockSizes.Fixed(512));
        Assert.True(expected.Length > 150);
        Assert.Equal(expected, Play(BlockSizes.Fixed(1)));
        Assert.Equal(expected, Play(BlockSizes.Fixed(100_000)));
        Assert.Equal(expected, Play(BlockSizes.Random(0, 900, 42)));
        Assert.Equal(expected, Play(BlockSizes.Repeating(0, 64, 0, 1, 333)));
    }

    [Fact]
    public void Blocks_are_split_exactly_where_the_song_jumps()
    {
        _plugin.Blocks = [];
        Run(At120(start: 1).CycleOn(0, 2), new(), new() { Blocks = BlockSizes.Fixed(10_000) }, 40_000);
        Assert.Equal([10_000, 10_000, 4_000, 6_000, 10_000], _plugin.Blocks.Select(block => block.Frames));
        Assert.Equal(0, _plugin.Blocks[3].Context!.Value.ProjectTimeMusic, 12);
    }

    [Fact]
    public void A_host_that_does_not_split_reports_the_jump_with_the_next_block()
    {
        _plugin.Blocks = [];
        Run(At120(start: 1).CycleOn(0, 2), new(), new() { Blocks = BlockSizes.Fixed(10_000), Splits = BlockSplits.None }, 40_000);
        Assert.Equal([10_000, 10_000, 10_000, 10_000], _plugin.Blocks.Select(block => block.Frames));
        Assert.Equal(0.25, _plugin.Blocks[3].Context!.Value.ProjectTimeMusic, 12);
    }

    [Fact]
    public void Blocks_are_split_where_the_tempo_changes_if_the_setup_specifies_it()
    {
        _plugin.Blocks = [];
        var song = new SongMap(new(new TempoChange(0, 120), new TempoChange(1, 60)), MeterMap.Constant(4, 4));
        Run(new(song, 48000), new(), new() { Blocks = BlockSizes.Fixed(10_000), Splits = BlockSplits.TempoChanges }, 40_000);
        Assert.Equal([10_000, 10_000, 4_000, 6_000, 10_000], _plugin.Blocks.Select(block => block.Frames));
        Assert.Equal([120, 120, 120, 60, 60], _plugin.Blocks.Select(block => block.Context!.Value.Tempo));
    }

    [Fact]
    public void Only_required_fields_are_set_unless_the_host_sets_all()
    {
        PassPlugin modest = null!;
        using var library = PassPlugin.Library(plugin => (modest, plugin.Required) = (plugin, ContextRequirements.Tempo));
        using var hosted = library.Create("Pass");
        foreach (bool onlyRequired in (bool[])[true, false])
        {
            modest.Blocks = [];
            using var session = new HostSession(hosted, At120(start: 1), new(), new() { OnlyRequired = onlyRequired });
            session.RunFrames(512);
            var context = modest.Blocks[0].Context!.Value;
            Assert.Equal((120, onlyRequired ? 0 : 1), (context.Tempo, context.ProjectTimeMusic));
            Assert.Equal(!onlyRequired, context.State.HasFlag(ContextFlags.Playing));
        }
    }

    [Fact]
    public void Omitted_fields_and_parts_do_not_arrive()
    {
        _plugin.Blocks = [];
        Run(At120(start: 1), new(), new() { Withheld = ContextFlags.TempoValid | ContextFlags.Playing }, 512);
        var context = _plugin.Blocks[0].Context!.Value;
        Assert.Equal((0, 1), (context.Tempo, context.ProjectTimeMusic));
        Assert.False(context.State.HasFlag(ContextFlags.TempoValid) || context.State.HasFlag(ContextFlags.Playing));

        _plugin.Blocks.Clear();
        var all = Enum.GetValues<BlockParts>().Aggregate((parts, part) => parts | part);
        var recording = Run(At120(), new Timeline().Note(0, 1, 60), new() { Missing = all }, 512);
        Assert.Null(_plugin.Blocks[0].Context);
        Assert.True(recording.Events.IsEmpty);
        Assert.Equal((0, 0), (recording.FailedBlocks, EntryErrors.Count));
    }

    [Fact]
    public void Mapped_controllers_arrive_as_parameters_and_others_as_events()
    {
        var timeline = new Timeline().LiveController(100, 64, 127).LiveController(200, 1, 50, 2).LiveController(300, 129, 16383);
        var events = Run(At120(), timeline, new(), 512).Events;
        Assert.Equal(3, events.Length);
        var byTime = events.ToArray().OrderBy(e => e.Time).ToArray();
        Assert.Equal((100, EventType.PolyPressure, 1f), (byTime[0].Time, byTime[0].Event.Type, byTime[0].Event.PolyPressure.Pressure));
        Assert.Equal((200, EventType.MidiController), (byTime[1].Time, byTime[1].Event.Type));
        var controller = byTime[1].Event.MidiController;
        Assert.Equal((1, 50, 2), (controller.Controller, controller.Value, controller.Channel));
        Assert.Equal((300, EventType.PolyPressure, 1f), (byTime[2].Time, byTime[2].Event.Type, byTime[2].Event.PolyPressure.Pressure));
        Assert.Equal(1, _hosted.GetNormalized(PassPlugin.Pedal));

        var unmapped = Run(At120(), new Timeline().LiveController(100, 64, 127), new() { MapControllers = false }, 512).Events;
        Assert.Equal(EventType.MidiController, unmapped[0].Event.Type);
    }

    [Fact]
    public void Blocks_larger_than_announced_and_64_bit_samples_are_processed()
    {
        var setup = new SessionSetup { Blocks = BlockSizes.Fixed(4096), AnnouncedFrames = 128, SampleSize = SampleSize.Float64 };
        var recording = Run(At120(), new Timeline().Note(0, 0.1, 60), setup, 8192);
        Assert.Equal((0, 0.0, 2), (recording.FailedBlocks, recording.AudioPeak, recording.BlockTimes.Count));
        Assert.Single(recording.Notes());
    }

    [Fact]
    public void Failed_blocks_are_counted_and_silent()
    {
        _plugin.FailsAtFrames = 88;
        var recording = Run(At120(), new(), new() { Blocks = BlockSizes.Repeating(64, 88) }, 64 + 88 + 64);
        Assert.Equal((1, 0.0, 1), (recording.FailedBlocks, recording.AudioPeak, EntryErrors.Count));
        EntryErrors.Clear();
    }

    [Fact]
    public void Unwritten_output_is_reported()
    {
        using var library = PassPlugin.Library(writesAudio: false);
        using var hosted = library.Create("Pass");
        using var session = new HostSession(hosted, At120(), new(), new());
        Assert.True(double.IsNaN(session.RunFrames(512).Recording.AudioPeak));
    }

    [Fact]
    public void A_session_continues_from_its_position()
    {
        using var session = new HostSession(_hosted, At120(), new Timeline().Note(1, 1, 60), new());
        session.RunUntilPlayed(1);
        Assert.Equal((Quarter, 0), (session.Time, session.Recording.Events.Length));
        session.RunUntilPlayed(2.5);
        Assert.Equal(2 * Quarter, Assert.Single(session.Recording.Notes()).EndTime);
    }

    [Fact]
    public void A_realtime_session_keeps_time()
    {
        var clock = Stopwatch.StartNew();
        var recording = Run(At120(), new(), new() { Pacing = Pacing.Realtime, Blocks = BlockSizes.Fixed(480) }, 48000 / 5);
        // The last of 20 blocks begins 190 ms after the first.
        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(190), $"{clock.Elapsed}");
        Assert.Equal(20, recording.BlockTimes.Count);
        Assert.True(recording.BlockTimes.Worst >= recording.BlockTimes.Percentile(50));
    }

    [Fact]
    public void Host_and_layer_allocate_nothing_after_the_first_blocks()
    {
        var timeline = new Timeline();
        for (int note = 0; note < 8; note++)
            timeline.Note(note / 4.0, 0.1, 60 + note).Parameter(note / 4.0, PassPlugin.Pedal, note / 8.0);
        var transport = At120().CycleOn(0, 2);
        using var session = new HostSession(_hosted, transport, timeline, new() { Blocks = BlockSizes.Random(0, 600, 1) });
        session.RunFrames(4 * Quarter);
        session.RunFrames(200 * Quarter);
        Assert.True(session.Recording.BlockTimes.Count > 10_000);
        Assert.Equal(0, session.LastRunAllocatedBytes);
    }

    private static HostTransport At120(double start = 0, bool playing = true) => new(SongMap.Constant(120), 48000, start, playing);

    private Recording Run(HostTransport transport, Timeline timeline, SessionSetup setup, long frames)
    {
        using var session = new HostSession(_hosted, transport, timeline, setup);
        return session.RunFrames(frames).Recording;
    }
}
