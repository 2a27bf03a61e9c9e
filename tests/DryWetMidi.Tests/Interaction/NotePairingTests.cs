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
        TrackChunk track = Tracks.Of(On(0, 60), On(0, 60, channel: 1), On(5, 64), Off(5, 60), Off(10, 64), Off(0, 60, channel: 1));

        Assert.Equal(["60 ch 0 at 0 for 10", "60 ch 1 at 0 for 20", "64 ch 0 at 5 for 15"], track.GetNotes().Select(Described));
    }

    [Fact]
    public void Overlapping_notes_of_one_number_end_in_the_order_of_their_starts()
    {
        TrackChunk track = Tracks.Of(On(0, 60), On(10, 60), Off(5, 60), Off(5, 60));

        Assert.Equal(["60 ch 0 at 0 for 15", "60 ch 0 at 10 for 10"], track.GetNotes().Select(Described));
    }

    [Fact]
    public void Unpaired_note_events_yield_no_notes()
    {
        TrackChunk track = Tracks.Of(Off(0, 60), On(0, 60), On(1, 64), Off(1, 60), Off(1, 67));

        Assert.Equal(["60 ch 0 at 0 for 2"], track.GetNotes().Select(Described));
        Assert.Equal(5, track.Events.Count);
    }

    [Fact]
    public void A_note_may_have_no_length() =>
        Assert.Equal(["60 ch 0 at 3 for 0"], Tracks.Of(On(3, 60), Off(0, 60)).GetNotes().Select(Described));

    [Fact]
    public void A_note_off_in_another_track_ends_nothing()
    {
        var file = new MidiFile([Tracks.Of(On(0, 60)), Tracks.Of(Off(5, 60)), Tracks.Of(On(0, 62), Off(5, 62))]);

        Assert.Equal(["62 ch 0 at 0 for 5"], file.GetTrackChunks().SelectMany(track => track.GetNotes()).Select(Described));
    }

    [Fact]
    public void Every_random_track_gives_the_notes_that_a_plain_search_finds()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            TrackChunk track = new RandomMusic(seed).Track();
            (long Time, NoteEvent Event)[] events =
                [.. track.Timed().Where(item => item.Event is NoteEvent).Select(item => (item.Time, (NoteEvent)item.Event))];

            var taken = new HashSet<NoteEvent>();
            var expected = new List<(long, long, int)>();
            foreach ((long end, NoteEvent off) in events.Where(item => item.Event is NoteOffEvent))
            {
                (long start, NoteEvent? on) = events.TakeWhile(item => item.Event != off).FirstOrDefault(
                    item => item.Event is NoteOnEvent && Key(item.Event) == Key(off) && !taken.Contains(item.Event));
                if (on != null && taken.Add(on))
                    expected.Add((start, end - start, on.NoteNumber));
            }

            Assert.Equal(expected.Order(), track.GetNotes().Select(note => (note.Time, note.Length, (int)note.NoteNumber)).Order());
        }

        static (int, int) Key(NoteEvent noteEvent) => (noteEvent.Channel, noteEvent.NoteNumber);
    }

    [Fact]
    public void Many_overlapping_equal_notes_are_paired_in_linear_time()
    {
        const int Count = 200_000;
        IEnumerable<MidiEvent> ons = Enumerable.Range(0, Count).Select(_ => On(1, 60));
        IEnumerable<MidiEvent> offs = Enumerable.Range(0, Count).Select(_ => Off(1, 60));

        Assert.Equal(Count, Tracks.Of(ons.Concat(offs)).GetNotes().Count);
    }

    private static NoteOnEvent On(long deltaTime, byte number, byte channel = 0) =>
        new((SevenBitNumber)number, (SevenBitNumber)100) { DeltaTime = deltaTime, Channel = (FourBitNumber)channel };

    private static NoteOffEvent Off(long deltaTime, byte number, byte channel = 0) =>
        new((SevenBitNumber)number, (SevenBitNumber)0) { DeltaTime = deltaTime, Channel = (FourBitNumber)channel };

    private static string Described(Note note) => $"{(byte)note.NoteNumber} ch {(byte)note.Channel} at {note.Time} for {note.Length}";
}
