using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class RunningStatusTests
{
    private static readonly WritingSettings Running = new() { UseRunningStatus = true };

    [Fact]
    public void Repeated_status_bytes_are_omitted() => Assert.Equal(
        [0x00, 0x90, 60, 100, 0x00, 64, 100, 0x60, 0x80, 60, 0, 0x00, 64, 0],
        MidiBytes.Written(Running, On(60), On(64), Off(60, 0x60), Off(64, 0)));

    [Fact]
    public void A_meta_event_ends_the_running_status_of_the_writer() => Assert.Equal(
        [0x00, 0x90, 60, 100, 0x00, 0xFF, 0x06, 0x01, 0x41, 0x00, 0x90, 62, 100],
        MidiBytes.Written(Running, On(60), new MarkerEvent { Text = "A" }, On(62)));

    [Fact]
    public void Another_channel_needs_its_own_status()
    {
        NoteOnEvent other = On(60);
        other.Channel = (FourBitNumber)1;

        Assert.Equal([0x00, 0x90, 60, 100, 0x00, 0x91, 60, 100], MidiBytes.Written(Running, On(60), other));
    }

    [Fact]
    public void A_data_byte_after_a_meta_event_continues_with_the_status_before_it()
    {
        byte[] marker = [0x00, 0xFF, 0x06, 0x01, 0x41];
        byte[] sysEx = [0x00, 0xF0, 0x01, 0xF7];
        byte[] track = MidiBytes.Track([0x00, 0x90, 60, 100, .. marker, 0x10, 62, 90, .. sysEx, 0x00, 64, 80]);

        Assert.Equal([60, 62, 64], MidiBytes.Events(track).OfType<NoteOnEvent>().Select(note => (int)note.NoteNumber));
    }

    [Fact]
    public void A_data_byte_without_any_status_before_it_is_refused() =>
        Assert.Throws<UnexpectedRunningStatusException>(() => MidiBytes.Events(MidiBytes.Track(0x00, 60, 100)));

    [Fact]
    public void Running_status_does_not_reach_into_the_next_track() => Assert.Throws<UnexpectedRunningStatusException>(
        () => MidiBytes.Read(MidiBytes.File(MidiBytes.Track(MidiBytes.OneNote), MidiBytes.Track(0x00, 60, 100))));

    private static NoteOnEvent On(byte number) => new((SevenBitNumber)number, (SevenBitNumber)100);

    private static NoteOffEvent Off(byte number, long deltaTime) =>
        new((SevenBitNumber)number, SevenBitNumber.MinValue) { DeltaTime = deltaTime };
}
