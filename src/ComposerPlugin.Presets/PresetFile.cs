using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Presets;

/// <summary>
/// A .vstpreset file: a header with the class id, the chunks, and the list of their offsets and sizes. All numbers are little-endian.
/// </summary>
/// <param name="ClassId">The id of the plugin class.</param>
/// <param name="Chunks">The chunks by their four-letter ids, such as <see cref="Component"/>.</param>
public sealed record PresetFile(Uid ClassId, IReadOnlyDictionary<string, byte[]> Chunks)
{
    /// <summary>The id of the chunk with the component's state.</summary>
    public const string Component = "Comp";

    /// <summary>The id of the chunk with the controller's state.</summary>
    public const string Controller = "Cont";

    /// <summary>The id of the chunk with the preset's attributes for the host's list, as XML.</summary>
    public const string MetaInfo = "Info";

    private const string Magic = "VST3", List = "List";
    private const int FormatVersion = 1, HeaderSize = 48, IdSize = 4, ListSize = 8, EntrySize = 20, MaxChunks = 128;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="InvalidDataException">It is not a .vstpreset file, or it is truncated.</exception>
    public static PresetFile Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < HeaderSize || Id(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != FormatVersion)
            throw Bad(name, "is not a .vstpreset file");
        string classId = Encoding.ASCII.GetString(bytes[8..40]);
        if (!UInt128.TryParse(classId, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id))
            throw Bad(name, "has no class id");
        long listOffset = BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]);
        var list = Slice(bytes, listOffset, ListSize, name);
        int count = BinaryPrimitives.ReadInt32LittleEndian(list[IdSize..]);
        if (Id(list) != List || count is < 0 or > MaxChunks)
            throw Bad(name, "has no list of chunks");
        var entries = Slice(bytes, listOffset + ListSize, count * EntrySize, name);
        var chunks = new Dictionary<string, byte[]>();
        for (int i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntrySize, EntrySize);
            long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[4..]), size = BinaryPrimitives.ReadInt64LittleEndian(entry[12..]);
            chunks[Id(entry)] = Slice(bytes, offset, size, name).ToArray();
        }
        return new(new((uint)(id >> 96), (uint)(id >> 64), (uint)(id >> 32), (uint)id), chunks);
    }

    /// <summary>The content of the file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.ASCII);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(FormatVersion);
        writer.Write(Encoding.ASCII.GetBytes($"{ClassId}"));
        writer.Write(HeaderSize + Chunks.Values.Sum(chunk => (long)chunk.Length));
        foreach (byte[] chunk in Chunks.Values)
            writer.Write(chunk);
        writer.Write(Encoding.ASCII.GetBytes(List));
        writer.Write(Chunks.Count);
        long offset = HeaderSize;
        foreach (var (id, chunk) in Chunks)
        {
            writer.Write(Encoding.ASCII.GetBytes(id));
            writer.Write(offset);
            writer.Write((long)chunk.Length);
            offset += chunk.Length;
        }
        writer.Flush();
        return stream.ToArray();
    }

    private static string Id(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..IdSize]);

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, long offset, long size, string name) =>
        offset >= 0 && size >= 0 && size <= bytes.Length && offset <= bytes.Length - size
            ? bytes.Slice((int)offset, (int)size)
            : throw Bad(name, "is truncated");

    private static InvalidDataException Bad(string name, string error) =>
        new($"{name} {error}: write it again with ./build.sh, or save it again in the host that wrote it.");
}
