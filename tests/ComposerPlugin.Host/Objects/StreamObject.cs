using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>Bytes in memory for a plugin's state (IBStream).</summary>
public sealed unsafe class StreamObject : HostObject
{
    private static readonly StreamTable* _table = TableMemory.Keep(typeof(StreamObject), new StreamTable
    {
        Unknown = Unknown,
        Read = &Read,
        Write = &Write,
        Seek = &Seek,
        Tell = &Tell,
    });

    private readonly MemoryStream _bytes = new();
    private readonly int _longestRead;

    /// <summary>An empty stream, or a stream of bytes positioned at the first.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="longestRead">The most bytes that one read returns: some hosts return a state in pieces.</param>
    public StreamObject(ReadOnlySpan<byte> bytes = default, int longestRead = int.MaxValue)
    {
        _bytes.Write(bytes);
        _bytes.Position = 0;
        _longestRead = longestRead;
        Pointer = Offer(InterfaceIds.Stream, _table);
    }

    internal void* Pointer { get; }

    /// <summary>All bytes.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>Seeks to the first byte.</summary>
    public void Rewind() => _bytes.Position = 0;

    [UnmanagedCallersOnly]
    private static int Read(void* self, void* buffer, int count, int* done)
    {
        var stream = Of<StreamObject>(self);
        if (buffer == null || count < 0)
            return Result.InvalidArgument;
        int read = stream._bytes.Read(new Span<byte>(buffer, Math.Min(count, stream._longestRead)));
        if (done != null)
            *done = read;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Write(void* self, void* buffer, int count, int* done)
    {
        if (buffer == null || count < 0)
            return Result.InvalidArgument;
        Of<StreamObject>(self)._bytes.Write(new ReadOnlySpan<byte>(buffer, count));
        if (done != null)
            *done = count;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Seek(void* self, long position, int mode, long* reached)
    {
        var bytes = Of<StreamObject>(self)._bytes;
        long target = position + (mode == 0 ? 0 : mode == 1 ? bytes.Position : bytes.Length);
        if (mode is < 0 or > 2 || target < 0)
            return Result.InvalidArgument;
        bytes.Position = target;
        if (reached != null)
            *reached = target;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Tell(void* self, long* position)
    {
        if (position == null)
            return Result.InvalidArgument;
        *position = Of<StreamObject>(self)._bytes.Position;
        return Result.Ok;
    }
}
