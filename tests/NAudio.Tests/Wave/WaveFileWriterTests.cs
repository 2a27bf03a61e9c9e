using System.Buffers.Binary;
using System.Text;
using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class WaveFileWriterTests
{
    [Fact]
    public void A_PCM_header_has_44_bytes()
    {
        byte[] file = Write(new WaveFormat(44100, 16, 2), new byte[400]);

        Assert.Equal(44 + 400, file.Length);
        Assert.Equal("RIFF", Text(file, 0));
        Assert.Equal(436, Number(file, 4));
        Assert.Equal("WAVEfmt ", Text(file, 8, 8));
        Assert.Equal(16, Number(file, 16));
        Assert.Equal(1 | 2 << 16, Number(file, 20));
        Assert.Equal(44100, Number(file, 24));
        Assert.Equal(176400, Number(file, 28));
        Assert.Equal(4 | 16 << 16, Number(file, 32));
        Assert.Equal("data", Text(file, 36));
        Assert.Equal(400, Number(file, 40));
    }

    [Fact]
    public void A_float_file_counts_its_frames_in_a_fact_chunk()
    {
        byte[] file = Write(WaveFormat.CreateIeeeFloatWaveFormat(44100, 2), new byte[800]);

        Assert.Equal(18, Number(file, 16));
        Assert.Equal("fact", Text(file, 38));
        Assert.Equal(4, Number(file, 42));
        Assert.Equal(100, Number(file, 46));
        Assert.Equal("data", Text(file, 50));
        Assert.Equal(58 + 800, file.Length);
    }

    [Fact]
    public void An_odd_number_of_bytes_is_padded_without_counting_the_padding()
    {
        byte[] file = Write(new WaveFormat(8000, 8, 1), new byte[7]);

        Assert.Equal(44 + 8, file.Length);
        Assert.Equal(44, Number(file, 4));
        Assert.Equal(7, Number(file, 40));
    }

    [Fact]
    public void After_a_flush_the_file_is_whole_and_can_go_on()
    {
        using var stream = new MemoryStream();
        using var writer = new WaveFileWriter(stream, RiffBytes.Mono16);
        writer.WriteSamples([1, 2, 3], 0, 3);
        writer.Flush();

        Assert.Equal([1 / 32768f, 2 / 32768f, 3 / 32768f], RiffBytes.Open(stream.ToArray()).ToSampleProvider().All());

        writer.WriteSamples([4], 0, 1);
        writer.Flush();
        Assert.Equal(4 / 32768f, RiffBytes.Open(stream.ToArray()).ToSampleProvider().All()[3]);
        Assert.Equal(4 / 8000.0, writer.TotalTime.TotalSeconds, 1e-7);
    }

    [Fact]
    public void A_stream_is_left_open_and_a_file_is_closed()
    {
        using var stream = new MemoryStream();
        new WaveFileWriter(stream, RiffBytes.Mono16).Dispose();
        Assert.Equal(44, stream.Length);

        using var file = new TemporaryFile();
        var writer = new WaveFileWriter(file.Path, RiffBytes.Mono16);
        Assert.Equal(file.Path, writer.Filename);
        writer.Dispose();
        writer.Dispose();
        using FileStream reopened = File.Open(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(44, reopened.Length);
    }

    [StandInFact]
    public void A_file_may_begin_within_a_stream()
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        using (var writer = new WaveFileWriter(stream, RiffBytes.Mono16))
            writer.Write(new byte[10]);

        byte[] bytes = stream.ToArray();
        Assert.Equal("beforeRIFF", Text(bytes, 0, 10));
        Assert.Equal(10, RiffBytes.Open(bytes[6..]).Length);
    }

    [Fact]
    public void A_provider_is_written_to_a_stream_to_its_end()
    {
        using var stream = new MemoryStream();

        WaveFileWriter.WriteWavFileToStream(stream, Floats.Ramp(100_000, 44100, 2, pieceFrames: 333).ToWaveProvider());

        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => (float)i), RiffBytes.Open(stream.ToArray()).ToSampleProvider().All());
    }

    [StandInFact]
    public void Samples_beyond_full_scale_are_clipped_except_in_float()
    {
        float[] samples = [1.5f, -1.5f, float.NaN, 1, -1];

        Assert.Equal([32767, -32767, 0, 32767, -32767], Shorts(WriteSamples(new WaveFormat(8000, 16, 1), samples)[44..]));
        Assert.Equal(
            [0xFF, 0xFF, 0x7F, 0x01, 0x00, 0x80, 0, 0, 0, 0xFF, 0xFF, 0x7F, 0x01, 0x00, 0x80, 0],
            WriteSamples(new WaveFormat(8000, 24, 1), samples)[44..]);

        byte[] floats = WriteSamples(WaveFormat.CreateIeeeFloatWaveFormat(8000, 1), samples);
        Assert.Equal(samples, RiffBytes.Open(floats).ToSampleProvider().All());
    }

    [Fact]
    public void Depths_without_a_rule_for_samples_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => WriteSamples(new WaveFormat(8000, 8, 1), [0]));
        Assert.Throws<InvalidOperationException>(
            () => WriteSamples(WaveFormat.CreateCustomFormat(WaveFormatEncoding.MuLaw, 8000, 1, 8000, 1, 8), [0]));
    }

    [Fact]
    public void A_file_is_written_from_its_beginning_to_its_end_only()
    {
        using var writer = new WaveFileWriter(new MemoryStream(), RiffBytes.Mono16);

        Assert.Throws<InvalidOperationException>(() => writer.Position = 0);
        Assert.Throws<InvalidOperationException>(() => writer.Seek(0, SeekOrigin.Begin));
        Assert.Throws<InvalidOperationException>(() => writer.SetLength(0));
        Assert.Throws<InvalidOperationException>(() => _ = writer.Read(new byte[4], 0, 4));
        Assert.Equal((false, true, false), (writer.CanRead, writer.CanWrite, writer.CanSeek));
    }

    [Fact]
    public void More_than_4_GB_are_refused_before_they_are_written()
    {
        using var writer = new WaveFileWriter(new Endless(), RiffBytes.Mono16);
        var block = new byte[1 << 30];
        for (int i = 0; i < 3; i++)
            writer.Write(block);

        Assert.Throws<ArgumentException>(() => writer.Write(block));
        Assert.Equal(3L << 30, writer.Length);
    }

    private static byte[] WriteSamples(WaveFormat format, float[] samples)
    {
        using var stream = new MemoryStream();
        using (var writer = new WaveFileWriter(stream, format))
            writer.WriteSamples(samples, 0, samples.Length);
        return stream.ToArray();
    }

    private static byte[] Write(WaveFormat format, byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var writer = new WaveFileWriter(stream, format))
            writer.Write(bytes, 0, bytes.Length);
        return stream.ToArray();
    }

    private static string Text(byte[] file, int position, int length = 4) => Encoding.ASCII.GetString(file, position, length);

    private static int Number(byte[] file, int position) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(position));

    private static IEnumerable<int> Shorts(byte[] bytes) => bytes.Chunk(2).Select(pair => (int)BitConverter.ToInt16(pair));

    /// <summary>Keeps its length and forgets what is written.</summary>
    private sealed class Endless : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get; set; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Advance(count);

        public override void Write(ReadOnlySpan<byte> buffer) => Advance(buffer.Length);

        private void Advance(int count)
        {
            Position += count;
            _length = Math.Max(_length, Position);
        }
    }
}
