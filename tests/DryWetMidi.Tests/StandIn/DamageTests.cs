using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.StandIn;

/// <summary>Guarantees of the stand-in on damaged files that the package does not give; not compiled with the package.</summary>
public class DamageTests
{
    /// <summary>An event takes at least two bytes of a file and at most a few hundred in memory.</summary>
    private const long BytesPerByte = 1_000;

    private const long FixedBytes = 1_000_000;

    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);

    public static TheoryData<byte[]> Declared => new()
    {
        MidiBytes.Chunk("MTrk", Plain[8..], 0x7FFFFFFF),
        MidiBytes.Chunk("Junk", Plain[8..], 0xFFFFFFFF),
        MidiBytes.Track(0x00, 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F),
        MidiBytes.Track(0x00, 0xFF, 0x60, 0x87, 0xFF, 0xFF, 0xFF, 0x7F),
        MidiBytes.Track(0x00, 0xF0, 0x87, 0xFF, 0xFF, 0xFF, 0x7F),
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_declared_length_allocates_no_more_memory_than_the_existing_bytes(byte[] chunk) => Bounded(MidiBytes.File(chunk, Plain));

    [Fact]
    public void Random_damage_allocates_no_memory_beyond_the_bytes()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = MidiBytes.Write(new RandomMusic(seed).File());
            for (int i = random.Next(1, 8); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Bounded(bytes);
        }
    }

    [CorpusFact]
    public void No_file_of_the_corpus_allocates_memory_beyond_its_bytes() =>
        Assert.All(Corpus.Files().Where(file => file.Bytes.Length > 0), file => Bounded(file.Bytes));

    [Fact]
    public void Times_that_overflow_are_clamped_to_the_largest()
    {
        byte[] farthest = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];

        MidiFile read = MidiBytes.Read(MidiBytes.File(MidiBytes.Track([.. farthest, 0x90, 60, 100, .. farthest, 0x80, 60, 0])));
        Note note = read.GetTrackChunks().Single().GetNotes().Single();

        Assert.Equal((long.MaxValue, 0), (note.Time, note.Length));
    }

    private static void Bounded(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Reading.Load(bytes);
        Reading.Load(bytes, Lenient.Settings);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < FixedBytes + BytesPerByte * bytes.Length, $"{allocated} bytes allocated for a file of {bytes.Length}.");
    }
}
