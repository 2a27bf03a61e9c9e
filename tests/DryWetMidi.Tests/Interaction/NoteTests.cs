using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class NoteTests
{
    [Fact]
    public void A_new_note_has_the_default_velocities()
    {
        var note = new Note((SevenBitNumber)60, 48, 96);

        Assert.Equal((96, 48, 144), (note.Time, note.Length, note.EndTime));
        Assert.Equal((100, 0, 0), (note.Velocity, note.OffVelocity, note.Channel));
    }

    [Fact]
    public void Moving_a_note_keeps_its_length_and_tells()
    {
        var note = new Note((SevenBitNumber)60, 48, 96);
        var moves = new List<(long, long)>();
        note.TimeChanged += (_, change) => moves.Add((change.OldTime, change.NewTime));

        note.Time = 10;
        note.Time = 10;

        Assert.Equal((10, 48), (note.Time, note.Length));
        Assert.Equal([(96, 10)], moves);
    }

    [Fact]
    public void A_change_of_length_tells()
    {
        var note = new Note((SevenBitNumber)60, 48);
        long? newLength = null;
        note.LengthChanged += (_, change) => newLength = change.NewLength;

        note.Length = 7;

        Assert.Equal((7, 7), (newLength, note.EndTime));
    }

    [Fact]
    public void Number_and_channel_hold_for_both_events()
    {
        var note = new Note((SevenBitNumber)60) { NoteNumber = (SevenBitNumber)61, Channel = (FourBitNumber)9 };

        var off = (NoteOffEvent)note.GetTimedNoteOffEvent().Event;

        Assert.Equal((61, 9), (off.NoteNumber, off.Channel));
    }

    [Theory]
    [InlineData(5, null, "10+50")]
    [InlineData(10, null, "10+50")]
    [InlineData(30, "10+20", "30+30")]
    [InlineData(60, "10+50", null)]
    [InlineData(70, "10+50", null)]
    public void A_note_is_split_at_a_time(long time, string? left, string? right)
    {
        SplitLengthedObject split = new Note((SevenBitNumber)60, 50, 10).Split(time);

        Assert.Equal((left, right), (Described(split.LeftPart), Described(split.RightPart)));

        static string? Described(ILengthedObject? part) => part == null ? null : $"{part.Time}+{part.Length}";
    }

    [Fact]
    public void A_note_begins_with_a_note_on_and_does_not_end_before_it()
    {
        var on = new TimedEvent(new NoteOnEvent(), 5);
        var off = new TimedEvent(new NoteOffEvent(), 4);

        Assert.Throws<ArgumentOutOfRangeException>(() => new Note(off, off));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Note(on, on));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Note(on, off));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Note((SevenBitNumber)1) { Time = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Note((SevenBitNumber)1) { Length = -1 });
    }
}
