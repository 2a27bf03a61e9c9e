using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TimedObjectsTests
{
    [Fact]
    public void Notes_become_a_track_and_the_track_gives_them_back()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            Note[] notes = [.. Enumerable.Range(0, 40).Select(i => RandomNote(number: i % 4 + 60, time: i / 4 * 20))];

            MidiFile read = MidiBytes.Read(MidiBytes.Write(notes.ToFile(), MidiFileFormat.SingleTrack));

            IEnumerable<Note> sorted = read.GetNotes().OrderBy(note => note.Time).ThenBy(note => note.NoteNumber);
            Assert.Equal(notes.Select(Described), sorted.Select(Described));

            Note RandomNote(int number, long time) => new((SevenBitNumber)(byte)number, random.Next(1, 20), time)
            {
                Velocity = (SevenBitNumber)(byte)random.Next(1, 128),
            };
        }
    }

    [Fact]
    public void Events_of_one_tick_come_in_the_order_in_which_their_objects_are_given()
    {
        var earlier = new Note((SevenBitNumber)60, 10, 0);
        var later = new Note((SevenBitNumber)60, 10, 10);

        Assert.Equal(["On 0", "Off 10", "On 10", "Off 20"], Track(earlier, later).GetTimedEvents().Select(Brief));
        Assert.Equal(["On 0", "On 10", "Off 10", "Off 20"], Track(later, earlier).GetTimedEvents().Select(Brief));

        static TrackChunk Track(params Note[] notes) => notes.ToTrackChunk();
    }

    [Fact]
    public void A_note_without_length_still_begins_before_it_ends() =>
        Assert.Equal(["On 5", "Off 5"], new[] { new Note((SevenBitNumber)60, 0, 5) }.ToTrackChunk().GetTimedEvents().Select(Brief));

    [Fact]
    public void Added_objects_find_their_places_among_the_events()
    {
        var track = new TrackChunk(new SequenceTrackNameEvent("Lead"), new ProgramChangeEvent(), new TextEvent("end") { DeltaTime = 20 });

        track.AddObjects([new Note((SevenBitNumber)60, 20), new TimedEvent(new MarkerEvent("A"), 10)]);

        Assert.Equal(
            ["SequenceTrackName 0", "ProgramChange 0", "On 0", "Marker 10", "Text 20", "Off 20"],
            track.GetTimedEvents().Select(Brief));
    }

    [Fact]
    public void Managed_notes_are_written_back()
    {
        var track = new TrackChunk(new TextEvent("kept"));
        using (TimedObjectsManager<Note> manager = track.ManageNotes())
            manager.Objects.Add(new Note((SevenBitNumber)60, 10, 30), new Note((SevenBitNumber)62, 10, 0));
        using (TimedObjectsManager<Note> manager = track.ManageNotes())
        {
            Assert.Equal([62, 60], manager.Objects.Select(note => (int)note.NoteNumber));
            manager.Objects.RemoveAll(note => note.NoteNumber == 62);
            manager.Objects.Single().Time = 40;
        }

        Assert.Equal(["Text 0", "On 40", "Off 50"], track.GetTimedEvents().Select(Brief));
    }

    [Fact]
    public void What_is_done_to_timed_events_leaves_the_track_as_it_is()
    {
        var track = new TrackChunk(new TextEvent("a"));

        ((TextEvent)track.GetTimedEvents().Single().Event).Text = "b";

        Assert.Equal("a", ((TextEvent)track.Events.Single()).Text);
    }

    [Fact]
    public void Managed_events_are_written_back_in_order_of_time()
    {
        var track = new TrackChunk(new TextEvent("a"), new MarkerEvent("b") { DeltaTime = 10 });
        using (TimedObjectsManager<TimedEvent> manager = track.ManageTimedEvents())
            manager.Objects.First(timedEvent => timedEvent.Event is TextEvent).Time = 15;

        Assert.Equal(["Marker 10", "Text 15"], track.GetTimedEvents().Select(Brief));
        Assert.Equal([10, 5], track.Events.Select(midiEvent => midiEvent.DeltaTime));
    }

    [Fact]
    public void The_end_of_the_track_is_an_event_like_others()
    {
        byte[] file = MidiBytes.File(MidiBytes.Track(MidiBytes.OneNote));
        var settings = new ReadingSettings { EndOfTrackStoringPolicy = EndOfTrackStoringPolicy.Store };
        TrackChunk track = MidiBytes.Read(file, settings).GetTrackChunks().Single();

        track.AddObjects([new Note((SevenBitNumber)60, 96, 960)]);

        Assert.Equal(["On 0", "Off 96", "EndOfTrack 96", "On 960", "Off 1056"], track.GetTimedEvents().Select(Brief));
    }

    [Fact]
    public void The_timed_events_of_a_file_come_in_order_of_time_then_of_track()
    {
        var file = new MidiFile(
            new TrackChunk(new TextEvent("a"), new TextEvent("c") { DeltaTime = 5 }),
            new TrackChunk(new TextEvent("b"), new TextEvent("d") { DeltaTime = 5 }));

        Assert.Equal(["a", "b", "c", "d"], file.GetTimedEvents().Select(timedEvent => ((TextEvent)timedEvent.Event).Text));
    }

    [Fact]
    public void A_constructor_of_the_settings_learns_where_an_event_comes_from()
    {
        var file = new MidiFile(new TrackChunk(), new TrackChunk(new TextEvent("a"), new TextEvent("b") { DeltaTime = 3 }));
        var places = new List<(int, int, long)>();

        file.GetTimedEvents(new TimedEventDetectionSettings
        {
            Constructor = data =>
            {
                places.Add((data.EventsCollectionIndex, data.EventIndex, data.Time));
                return new TimedEvent(data.Event, data.Time);
            },
        });

        Assert.Equal([(1, 0, 0), (1, 1, 3)], places);
    }

    private static string Described(Note note) => $"{note.NoteNumber} at {note.Time} for {note.Length} at {note.Velocity}";

    private static string Brief(TimedEvent timedEvent) =>
        $"{timedEvent.Event.EventType.ToString().Replace("Note", "", StringComparison.Ordinal)} {timedEvent.Time}";
}
