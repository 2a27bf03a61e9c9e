using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TempoMapTests
{
    [Fact]
    public void Changes_are_collected_from_all_tracks_with_their_times()
    {
        var file = new MidiFile(
            new TrackChunk(new SetTempoEvent(400000), new TimeSignatureEvent(3, 4), new SetTempoEvent(600000) { DeltaTime = 96 }),
            new TrackChunk(new SetTempoEvent(300000) { DeltaTime = 48 }, new TimeSignatureEvent(6, 8) { DeltaTime = 240 }));

        TempoMap map = file.GetTempoMap();

        Assert.Equal(
            [(0, 400000), (48, 300000), (96, 600000)],
            map.GetTempoChanges().Select(change => (change.Time, change.Value.MicrosecondsPerQuarterNote)));
        Assert.Equal([(0, "3/4"), (288, "6/8")], map.GetTimeSignatureChanges().Select(change => (change.Time, change.Value.ToString())));
        Assert.Equal(300000, map.GetTempoAtTime((MidiTimeSpan)95).MicrosecondsPerQuarterNote);
        Assert.Equal(new TimeSignature(6, 8), map.GetTimeSignatureAtTime((MidiTimeSpan)1000));
    }

    [Fact]
    public void Events_that_change_nothing_are_no_changes()
    {
        var file = new MidiFile(new TrackChunk(
            new SetTempoEvent(500000),
            new TimeSignatureEvent(4, 4),
            new SetTempoEvent(400000) { DeltaTime = 10 },
            new SetTempoEvent(400000) { DeltaTime = 10 }));

        Assert.Equal([10], file.GetTempoMap().GetTempoChanges().Select(change => change.Time));
        Assert.Empty(file.GetTempoMap().GetTimeSignatureChanges());
        Assert.Equal(new TimeSignature(4, 4), file.GetTempoMap().GetTimeSignatureAtTime(new MidiTimeSpan()));
    }

    [Fact]
    public void Of_several_changes_at_one_time_the_last_holds()
    {
        var file = new MidiFile(
            new TrackChunk(new SetTempoEvent(400000), new SetTempoEvent(500000)),
            new TrackChunk(new TimeSignatureEvent(2, 4), new TimeSignatureEvent(5, 8)));

        Assert.Empty(file.GetTempoMap().GetTempoChanges());
        Assert.Equal("5/8", file.GetTempoMap().GetTimeSignatureChanges().Single().Value.ToString());
    }

    [Fact]
    public void A_replaced_map_is_written_to_the_first_track_and_read_back()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            TempoMap map;
            using (var manager = new TempoMapManager(new TicksPerQuarterNoteTimeDivision(480)))
            {
                for (long time = 0; time < 5000; time += random.Next(1, 500))
                {
                    manager.SetTempo(time, new Tempo(random.Next(200000, 1000000)));
                    manager.SetTimeSignature(time, new TimeSignature(random.Next(1, 13), 1 << random.Next(5)));
                }

                map = manager.TempoMap;
            }

            var file = new MidiFile(new TrackChunk(new SetTempoEvent(123)), new TrackChunk(new TimeSignatureEvent(7, 8) { DeltaTime = 9 }));
            int others = file.GetTimedEvents().Count - 2;
            file.ReplaceTempoMap(map);
            MidiFile read = MidiBytes.Read(MidiBytes.Write(file));

            Assert.Equal(map, read.GetTempoMap());
            Assert.Equal(new TicksPerQuarterNoteTimeDivision(480), read.TimeDivision);
            Assert.Equal(others, read.GetTrackChunks().Last().Events.Count);
        }
    }

    [Fact]
    public void The_tempo_comes_after_what_is_at_its_tick_already()
    {
        var file = new MidiFile(new TrackChunk(new SequenceTrackNameEvent("Lead"), new NoteOnEvent()));

        file.ReplaceTempoMap(
            TempoMap.Create(new TicksPerQuarterNoteTimeDivision(24), Tempo.FromBeatsPerMinute(90), new TimeSignature(3, 4)));

        Assert.Equal(
            ["Sequence/Track Name (Lead)", "Note On [0] (0, 0)", "Set Tempo (666667)", "Time Signature (3/4, 24 clock/click, 8 32nd/beat)"],
            file.GetTrackChunks().Single().Events.Select(midiEvent => midiEvent.ToString()));
    }

    [Fact]
    public void A_file_without_tracks_gets_one_for_its_tempo_map()
    {
        var file = new MidiFile();

        file.ReplaceTempoMap(TempoMap.Create(new Tempo(400000)));

        Assert.Equal(400000, ((SetTempoEvent)file.GetTrackChunks().Single().Events.Single()).MicrosecondsPerQuarterNote);
    }

    [Fact]
    public void A_manager_changes_and_clears_what_is_in_the_tracks()
    {
        var file = new MidiFile(new TrackChunk(
            new SetTempoEvent(400000), new SetTempoEvent(300000) { DeltaTime = 96 }, new NoteOnEvent { DeltaTime = 96 }));
        using (TempoMapManager manager = file.ManageTempoMap())
        {
            manager.ClearTempo(96);
            manager.SetTempo(new MetricTimeSpan(0, 0, 0, 800), new Tempo(600000));
            manager.SetTimeSignature(new BarBeatTicksTimeSpan(1), new TimeSignature(2, 4));
        }

        Assert.Equal(
            [
                "0 Set Tempo (400000)",
                "192 Note On [0] (0, 0)",
                "192 Set Tempo (600000)",
                "384 Time Signature (2/4, 24 clock/click, 8 32nd/beat)",
            ],
            file.GetTimedEvents().Select(timedEvent => $"{timedEvent.Time} {timedEvent.Event}"));
    }

    [Fact]
    public void A_manager_without_tracks_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TempoMapManager(new TicksPerQuarterNoteTimeDivision(), []));

    [Fact]
    public void Tempos_convert()
    {
        Assert.Equal(120, Tempo.Default.BeatsPerMinute);
        Assert.Equal(new Tempo(500000), Tempo.FromBeatsPerMinute(120));
        Assert.Equal(new Tempo(250000), Tempo.FromMillisecondsPerQuarterNote(250));
        Assert.True(new Tempo(1) != new Tempo(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tempo(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignature(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignature(4, 6));
    }

    [Fact]
    public void Many_changes_are_looked_up_in_time()
    {
        const int Count = 100_000;
        var tempos = Enumerable.Range(0, Count).Select(i => new SetTempoEvent(i % 2 + 400000) { DeltaTime = 1 });
        var file = new MidiFile(new TrackChunk(tempos));
        TempoMap map = file.GetTempoMap();

        Assert.Equal(Count, map.GetTempoChanges().Count());
        Assert.All(file.GetTimedEvents(), timedEvent => Assert.True(timedEvent.TimeAs<MetricTimeSpan>(map).TotalMicroseconds > 0));
    }

    [Fact]
    public void The_duration_of_a_file_is_the_time_of_its_last_event()
    {
        var file = new MidiFile(
            new TrackChunk(new TextEvent("a")), new TrackChunk(new NoteOnEvent(), new NoteOffEvent { DeltaTime = 192 }));

        Assert.Equal(new MetricTimeSpan(0, 0, 1), file.GetDuration<MetricTimeSpan>());
        Assert.Equal(new MusicalTimeSpan(2), file.GetDuration(TimeSpanType.Musical));
        Assert.Equal(new MidiTimeSpan(), new MidiFile().GetDuration<MidiTimeSpan>());
        Assert.True(new MidiFile(new TrackChunk()).IsEmpty());
        Assert.False(file.IsEmpty());
    }

    [Fact]
    public void A_change_to_the_tempo_before_it_is_none_and_clearing_stops_before_its_end()
    {
        using var manager = new TempoMapManager();
        foreach ((long time, int tempo) in new[] { (10, 400000), (20, 300000), (30, 400000), (40, 200000) })
            manager.SetTempo(time, new Tempo(tempo));

        manager.SetTempo(20, new Tempo(400000));
        Assert.Equal([10, 40], Times());
        manager.ClearTempo(0, 40);
        Assert.Equal([40], Times());

        IEnumerable<long> Times() => manager.TempoMap.GetTempoChanges().Select(change => change.Time);
    }

    [Fact]
    public void Times_in_a_division_in_frames_are_not_converted()
    {
        TempoMap map = TempoMap.Create(new SmpteTimeDivision(SmpteFormat.TwentyFive, 40));

        Assert.Throws<ArgumentException>(() => TimeConverter.ConvertTo<MetricTimeSpan>(1000, map));
        Assert.Throws<ArgumentException>(() => TimeConverter.ConvertFrom(new MetricTimeSpan(1000), map));
        Assert.Throws<ArgumentException>(() => TimeConverter.ConvertTo<MusicalTimeSpan>(1000, map));
        Assert.Throws<ArgumentException>(() => TimeConverter.ConvertTo<BarBeatTicksTimeSpan>(1000, map));
        Assert.Equal(1000, TimeConverter.ConvertTo<MidiTimeSpan>(1000, map).TimeSpan);
    }
}
