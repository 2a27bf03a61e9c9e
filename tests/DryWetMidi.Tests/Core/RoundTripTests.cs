using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Core;

public class RoundTripTests
{
    private const int Seeds = 300;

    private static readonly MidiFileEqualityCheckSettings IgnoreOriginalFormat = new() { CompareOriginalFormat = false };

    public static TheoryData<bool, MidiFileFormat> Ways => new()
    {
        { false, MidiFileFormat.MultiTrack },
        { true, MidiFileFormat.MultiTrack },
        { true, MidiFileFormat.MultiSequence },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Any_file_of_several_tracks_comes_back_as_it_was_written(bool runningStatus, MidiFileFormat format)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            MidiFile file = new RandomMusic(seed).File();

            MidiFile read = MidiBytes.Read(MidiBytes.Write(file, format, new WritingSettings { UseRunningStatus = runningStatus }));

            Assert.True(MidiFile.Equals(file, read, IgnoreOriginalFormat, out string message), $"Seed {seed}: {message}");
            Assert.Equal(format, read.OriginalFormat);
        }
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            byte[] bytes = MidiBytes.Write(new RandomMusic(seed).File());

            Assert.Equal(bytes, MidiBytes.Write(MidiBytes.Read(bytes)));
        }
    }

    [Fact]
    public void Silent_note_ons_in_place_of_note_offs_lose_the_off_velocity_alone()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            MidiFile file = new RandomMusic(seed).File();
            var settings = new WritingSettings { UseRunningStatus = true, NoteOffAsSilentNoteOn = true };

            MidiFile read = MidiBytes.Read(MidiBytes.Write(file, settings: settings));

            foreach (NoteOffEvent noteOff in file.GetTrackChunks().SelectMany(track => track.Events).OfType<NoteOffEvent>())
                noteOff.Velocity = SevenBitNumber.MinValue;
            Assert.True(MidiFile.Equals(file, read, IgnoreOriginalFormat, out string message), $"Seed {seed}: {message}");
        }
    }

    [Fact]
    public void A_single_track_file_holds_every_event_at_its_time()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            MidiFile file = new RandomMusic(seed).File();

            MidiFile read = MidiBytes.Read(MidiBytes.Write(file, MidiFileFormat.SingleTrack));

            Assert.Single(read.GetTrackChunks());
            IEnumerable<TimedEvent> metaEventsFirst = file.GetTimedEvents()
                .OrderBy(timedEvent => timedEvent.Time).ThenBy(timedEvent => timedEvent.Event is not MetaEvent);
            Assert.Equal(metaEventsFirst.Select(Described), read.GetTimedEvents().Select(Described));
        }
    }

    [Fact]
    public void A_clone_is_equal_and_independent()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            MidiFile file = new RandomMusic(seed).File();
            MidiFile clone = file.Clone();
            Assert.True(MidiFile.Equals(file, clone, out string message), message);

            clone.GetTrackChunks().First().Events.Add(new TextEvent("added"));
            Assert.False(MidiFile.Equals(file, clone));
        }
    }

    private static string Described(TimedEvent timedEvent) => $"{timedEvent.Time} {timedEvent.Event}";
}
