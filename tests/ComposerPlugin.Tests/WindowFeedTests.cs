using ComposerPlugin.Engine;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public sealed class WindowFeedTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Notes_of_the_host_are_marked_where_they_are_played()
    {
        // At 120 bpm a tick is 1,000 frames. Thru does not matter.
        _stage.Set(Parameters.Thru, 0);
        _stage.Play(new Timeline().LiveNote(1_234, 5_000, 60, velocity: 77).LiveNote(3_000, 700, 64), 20_000);
        Assert.Equal(
            [
                (NoteMarkKind.Restarted, 0, 0, 0), (NoteMarkKind.PlayedOn, 1.234, 60, 77), (NoteMarkKind.PlayedOn, 3, 64, 100),
                (NoteMarkKind.PlayedOff, 3.7, 64, 0), (NoteMarkKind.PlayedOff, 6.234, 60, 0),
            ],
            Marks().Skip(1).Select(mark => (mark.Kind, Math.Round(mark.Position, 6), (int)mark.Pitch.Number, (int)mark.Velocity)));
        var snapshot = _stage.Instance.WindowFeed.Snapshot;
        Assert.Equal((true, 120, 2, true), (snapshot.IsPlaying, snapshot.Tempo, snapshot.PlayedNotes, snapshot.HasOutput));
        Assert.Equal(20, snapshot.Position, 6);
    }

    [Fact]
    public void Notes_of_a_bypassed_plugin_are_not_marked()
    {
        _stage.Set(Parameters.Bypass, 1);
        _stage.Play(new Timeline().LiveNote(1_000, 5_000, 60), 20_000);
        Assert.All(Marks(), mark => Assert.Equal(NoteMarkKind.Restarted, mark.Kind));
        Assert.Equal(0, _stage.Instance.WindowFeed.Snapshot.PlayedNotes);
    }

    [Theory]
    [InlineData(62, 50, 0b1001_0001, 0b1001_0001, 2)]
    [InlineData(60, 67, 0b0100_1001_0001, 0b0100_1001_0001, 7)]
    [InlineData(60, -1, 0b0101_0000_1001_0001, 0b1001_0101, 0)]
    [InlineData(60, 60, 0, 0, 0)]
    [InlineData(-1, 60, 0b1001_0001, 0, 0)]
    public void A_chord_of_the_host_is_marked_and_goes_through(short root, short bass, int mask, int tones, int bassClass)
    {
        var chord = new Event { Type = EventType.Chord, Chord = new() { Root = root, BassNote = bass, Mask = (short)mask } };
        var recording = _stage.Play(new Timeline().LiveEvent(2_500, chord), 5_000);
        var mark = Marks().Single(mark => mark.Kind == NoteMarkKind.Chord);
        Assert.Equal((2.5, tones, bassClass), (Math.Round(mark.Position, 6), mark.ChordTones, mark.ChordBass));
        Assert.Equal(Math.Max((int)root, 0), mark.Pitch.Number);
        Assert.Equal((2_500, EventType.Chord), (recording.Events[0].Time, recording.Events[0].Event.Type));
    }

    [Fact]
    public void A_block_without_frames_is_reported_too()
    {
        _stage.Play(new(), 1_000);
        Assert.Equal(PlayMode.Continue, _stage.Instance.WindowFeed.Snapshot.Mode);
        _stage.Set(Parameters.Mode, (int)PlayMode.Hold);
        _stage.Hosted.Activate(48000, 512);
        Assert.True(_stage.Hosted.Process(0, default));
        Assert.Equal(PlayMode.Hold, _stage.Instance.WindowFeed.Snapshot.Mode);
    }

    [Fact]
    public void Output_is_missing_without_an_event_list_or_with_an_inactive_bus()
    {
        _stage.Play(new(), 1_000, new() { Missing = BlockParts.OutputEvents });
        Assert.False(_stage.Instance.WindowFeed.Snapshot.HasOutput);
        _stage.Play(new(), 1_000);
        Assert.True(_stage.Instance.WindowFeed.Snapshot.HasOutput);

        using var session = new HostSession(_stage.Hosted, new(SongMap.Constant(120), 48000), new(), new());
        _stage.Instance.Processor.ActivateBus(MediaType.Event, BusDirection.Input, 0, false);
        Assert.True(Played().HasOutput);
        _stage.Instance.Processor.ActivateBus(MediaType.Event, BusDirection.Output, 0, false);
        Assert.False(Played().HasOutput);
        _stage.Instance.Processor.ActivateBus(MediaType.Event, BusDirection.Output, 0, true);
        Assert.True(Played().HasOutput);

        EngineSnapshot Played()
        {
            session.RunFrames(1_000);
            return _stage.Instance.WindowFeed.Snapshot;
        }
    }

    [Fact]
    public void Sent_notes_are_those_that_the_host_accepts()
    {
        using var scripted = new ScriptedInstance();
        scripted.Input.Add(new() { Type = EventType.NoteOn, NoteOn = new() { Pitch = 60, Velocity = 1 } });
        scripted.Input.Add(new() { Type = EventType.NoteOff, SampleOffset = 500, NoteOff = new() { Pitch = 60 } });
        scripted.Play(200);
        var snapshot = scripted.WindowFeed.Snapshot;
        Assert.InRange(snapshot.SentNotes, 4, 15);
        // The player's note goes through.
        Assert.Equal(scripted.Received, snapshot.SentNotes + 1);
        Assert.True(snapshot.IsAnswering);

        scripted.Play(100, BlockParts.OutputEvents);
        Assert.Equal(snapshot.SentNotes, scripted.WindowFeed.Snapshot.SentNotes);
        int begun = 0;
        while (scripted.WindowFeed.TryPop(out var mark))
            begun += mark.Kind == NoteMarkKind.AnswerOn ? 1 : 0;
        Assert.True(begun > snapshot.SentNotes);
    }

    [Fact]
    public void Blocks_allocate_nothing_while_another_thread_reads()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 50; i++)
            timeline.LiveNote(i * 4_000, 3_000, 40 + i);
        bool isOver = false;
        int read = 0;
        var reader = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
                read += _stage.Instance.WindowFeed.TryPop(out _) && _stage.Instance.WindowFeed.Snapshot.Tempo == 120 ? 1 : 0;
        });
        reader.Start();
        _stage.Play(timeline, 240_000);
        long allocated = _stage.Play(timeline, 240_000).AllocatedBytes;
        Volatile.Write(ref isOver, true);
        reader.Join();
        Assert.Equal(0, allocated);
        Assert.InRange(read, 100, 1_000);
    }

    private List<NoteMark> Marks()
    {
        var marks = new List<NoteMark>();
        while (_stage.Instance.WindowFeed.TryPop(out var mark))
            marks.Add(mark);
        return marks;
    }
}
