using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class NotePairingTests
{
    [Fact]
    public void A_note_off_ends_the_note_of_its_channel_and_number()
    {
        Note[] notes = [.. Track(On(0, 60), On(0, 60, channel: 1), On(5, 64), Off(5, 60), Off(10, 64), Off(0, 60, channel: 1)).GetNotes()];

        Assert.Equal(["60 ch 0 at 0 for 10", "60 ch 1 at 0 for 20", "64 ch 0 at 5 for 15"], notes.Select(Described));
        Assert.Equal(["C4", "C4", "E4"], notes.Select(note => note.ToString()));
    }

    [Theory]
    [InlineData(NoteStartDetectionPolicy.FirstNoteOn, "60 ch 0 at 0 for 15", "60 ch 0 at 10 for 10")]
    [InlineData(NoteStartDetectionPolicy.LastNoteOn, "60 ch 0 at 0 for 20", "60 ch 0 at 10 for 5")]
    public void Overlapping_notes_of_one_number_end_as_the_policy_says(NoteStartDetectionPolicy policy, string first, string second)
    {
        TrackChunk track = Track(On(0, 60), On(10, 60), Off(5, 60), Off(5, 60));

        Assert.Equal([first, second], track.GetNotes(new NoteDetectionSettings { NoteStartDetectionPolicy = policy }).Select(Described));
    }

    [Fact]
    public void Unpaired_note_events_make_no_notes()
    {
        TrackChunk track = Track(Off(0, 60), On(0, 60), On(1, 64), Off(1, 60), Off(1, 67));

        Assert.Equal(["60 ch 0 at 0 for 2"], track.GetNotes().Select(Described));
        Assert.Equal(5, track.GetTimedEvents().Count);
    }

    [Fact]
    public void A_note_may_have_no_length() =>
        Assert.Equal(["60 ch 0 at 3 for 0"], Track(On(3, 60), Off(0, 60)).GetNotes().Select(Described));

    [Fact]
    public void A_note_off_in_another_track_ends_nothing()
    {
        var file = new MidiFile(Track(On(0, 60)), Track(Off(5, 60)), Track(On(0, 62), Off(5, 62)));

        Assert.Equal(["62 ch 0 at 0 for 5"], file.GetNotes().Select(Described));
    }

    [Fact]
    public void The_notes_of_a_file_come_in_order_of_time_then_of_track()
    {
        var file = new MidiFile(
            Track(On(5, 1), Off(1, 1), On(0, 2), Off(9, 2)),
            Track(On(0, 3), Off(50, 3), On(0, 4), Off(0, 4)),
            Track(On(5, 5), Off(1, 5)));

        Assert.Equal([3, 1, 5, 2, 4], file.GetNotes().Select(note => (int)note.NoteNumber));
    }

    [Fact]
    public void A_constructor_of_the_settings_makes_the_notes()
    {
        var settings = new NoteDetectionSettings { Constructor = data => new NamedNote(data) };

        Assert.IsType<NamedNote>(Track(On(0, 60), Off(9, 60)).GetNotes(settings).Single());
    }

    [Fact]
    public void Every_random_track_gives_the_notes_that_a_plain_search_finds()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            TimedEvent[] events = [.. new RandomMusic(seed).Track().GetTimedEvents()];
            var track = new TrackChunk(events.Select(timedEvent => timedEvent.Event));

            var taken = new HashSet<TimedEvent>();
            var expected = new List<(long, long, int)>();
            foreach (TimedEvent off in events.Where(timedEvent => timedEvent.Event is NoteOffEvent))
            {
                TimedEvent? on = events.TakeWhile(timedEvent => timedEvent != off).FirstOrDefault(
                    timedEvent => timedEvent.Event is NoteOnEvent && Key(timedEvent) == Key(off) && !taken.Contains(timedEvent));
                if (on != null && taken.Add(on))
                    expected.Add((on.Time, off.Time, ((NoteOnEvent)on.Event).NoteNumber));
            }

            Assert.Equal(expected.Order(), track.GetNotes().Select(note => (note.Time, note.EndTime, (int)note.NoteNumber)).Order());
        }

        static (int, int) Key(TimedEvent timedEvent) => (((NoteEvent)timedEvent.Event).Channel, ((NoteEvent)timedEvent.Event).NoteNumber);
    }

    [Fact]
    public void A_long_pile_of_equal_notes_is_paired_in_time()
    {
        const int Count = 200_000;
        IEnumerable<MidiEvent> ons = Enumerable.Range(0, Count).Select(_ => On(1, 60));
        IEnumerable<MidiEvent> offs = Enumerable.Range(0, Count).Select(_ => Off(1, 60));

        Assert.Equal(Count, new TrackChunk(ons.Concat(offs)).GetNotes().Count);
    }

    private static TrackChunk Track(params MidiEvent[] events) => new(events);

    private static NoteOnEvent On(long deltaTime, byte number, byte channel = 0) =>
        new((SevenBitNumber)number, (SevenBitNumber)100) { DeltaTime = deltaTime, Channel = (FourBitNumber)channel };

    private static NoteOffEvent Off(long deltaTime, byte number, byte channel = 0) =>
        new((SevenBitNumber)number, (SevenBitNumber)0) { DeltaTime = deltaTime, Channel = (FourBitNumber)channel };

    private static string Described(Note note) => $"{note.NoteNumber} ch {note.Channel} at {note.Time} for {note.Length}";

    private sealed class NamedNote(NoteData data) : Note(data.TimedNoteOnEvent, data.TimedNoteOffEvent);
}
