using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class RoundTripTests
{
    private const int Seeds = 300;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_file_of_several_tracks_reads_back_as_written(bool runningStatus)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            MidiFile file = new RandomMusic(seed).File();

            MidiFile read = MidiBytes.Read(MidiBytes.Write(file, new WritingSettings { UseRunningStatus = runningStatus }));

            Assert.Equal(Description.Of(file), Description.Of(read));
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
}
