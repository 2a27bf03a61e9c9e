using System.Text;
using NAudio.Wave;

namespace NAudio.Tests.Support;

/// <summary>Files written byte by byte, so that they can be wrong in one place.</summary>
internal static class RiffBytes
{
    public static readonly WaveFormat Mono16 = new(8000, 16, 1);

    /// <summary>A RIFF file of chunks that are complete with their headers.</summary>
    public static byte[] File(params byte[][] chunks) => Riff("RIFF", size: null, "WAVE", chunks);

    public static byte[] Riff(string id, uint? size, string type, params byte[][] chunks)
    {
        byte[] content = [.. Text(type), .. chunks.SelectMany(chunk => chunk)];
        return [.. Text(id), .. BitConverter.GetBytes(size ?? (uint)content.Length), .. content];
    }

    public static byte[] Chunk(string id, byte[] content, uint? declaredSize = null, bool padded = true) =>
    [
        .. Text(id),
        .. BitConverter.GetBytes(declaredSize ?? (uint)content.Length),
        .. content,
        .. padded && content.Length % 2 == 1 ? new byte[1] : [],
    ];

    public static byte[] Format(WaveFormat format)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        format.Serialize(writer);
        return [.. Text("fmt "), .. stream.ToArray()];
    }

    /// <summary>A format chunk with fields that no program would write.</summary>
    public static byte[] Format(int tag, int channels, int rate, int bytesPerSecond, int blockAlign, int bits) => Chunk(
        "fmt ",
        [
            .. BitConverter.GetBytes((ushort)tag),
            .. BitConverter.GetBytes((short)channels),
            .. BitConverter.GetBytes(rate),
            .. BitConverter.GetBytes(bytesPerSecond),
            .. BitConverter.GetBytes((short)blockAlign),
            .. BitConverter.GetBytes((short)bits),
        ]);

    public static byte[] Ds64(long fileSize, long dataSize, long sampleCount) => Chunk(
        "ds64",
        [.. BitConverter.GetBytes(fileSize), .. BitConverter.GetBytes(dataSize), .. BitConverter.GetBytes(sampleCount), 0, 0, 0, 0]);

    public static WaveFileReader Open(byte[] file) => new(new MemoryStream(file));

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
