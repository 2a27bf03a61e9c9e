using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.Wave;

public class DamagedWaveFileTests
{
    private static readonly byte[][] Whole =
    [
        File(new WaveFormat(44100, 16, 2)),
        File(new WaveFormat(8000, 8, 1)),
        File(new WaveFormatExtensible(48000, 24, 6)),
        File(WaveFormat.CreateIeeeFloatWaveFormat(96000, 1)),
        RiffBytes.Riff(
            "RF64",
            0xFFFFFFFF,
            "WAVE",
            RiffBytes.Ds64(600, 512, 256),
            RiffBytes.Format(RiffBytes.Mono16),
            RiffBytes.Chunk("data", new byte[512], 0xFFFFFFFF)),
    ];

    [StandInTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_damage_is_refused_in_the_ways_that_are_documented_or_read_to_an_end(int seed)
    {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] file = [.. Whole[random.Next(Whole.Length)]];
            for (int changes = random.Next(1, 6); changes > 0; changes--)
                Damage(file, random);
            if (random.Next(4) == 0)
                file = file[..random.Next(file.Length)];

            if (Read(file))
                read++;
        }

        Assert.InRange(read, 1_000, 19_000);
    }

    [StandInTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_files_can_be_mixed_and_resampled_in_bounded_time_and_memory(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            byte[] file = [.. Whole[random.Next(Whole.Length)]];
            Damage(file, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using WaveFileReader reader = RiffBytes.Open(file);
                ISampleProvider samples = reader.ToSampleProvider();
                int channels = samples.WaveFormat.Channels;
                var matrix = new float[channels, 1];
                var mono = new ChannelMixerSampleProvider(samples, matrix);
                float[] resampled = new WdlResamplingSampleProvider(mono, 16000).All();
                Assert.InRange(resampled.Length, 0, file.Length * 256);
            }
            catch (Exception refusal) when (IsDocumented(refusal))
            {
                // The other outcome that is allowed.
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        }
    }

    private static void Damage(byte[] file, Random random)
    {
        int position = random.Next(Math.Min(file.Length, 100)); // most of what can go wrong is in the header
        file[position] = random.Next(3) switch
        {
            0 => 0xFF,
            1 => 0,
            _ => (byte)random.Next(256),
        };
    }

    private static bool Read(byte[] file)
    {
        try
        {
            using WaveFileReader reader = RiffBytes.Open(file);
            ISampleProvider samples = reader.ToSampleProvider();
            Assert.InRange(samples.All(samples.WaveFormat.Channels * 64).Length, 0, file.Length);
            return true;
        }
        catch (Exception refusal) when (IsDocumented(refusal))
        {
            return false;
        }
    }

    private static bool IsDocumented(Exception refusal) =>
        refusal is FormatException or InvalidDataException or EndOfStreamException or InvalidOperationException or ArgumentException;

    private static byte[] File(WaveFormat format) => RiffBytes.File(
        RiffBytes.Format(format), RiffBytes.Chunk("LIST", new byte[9]), RiffBytes.Chunk("data", new byte[format.BlockAlign * 64]));
}
