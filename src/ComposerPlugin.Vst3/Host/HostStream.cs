using System.Buffers;

namespace ComposerPlugin.Vst3;

/// <summary>[main] A stream of the host (IBStream). Valid during the call that passed it; may be null.</summary>
/// <param name="pointer">The host's interface pointer, or 0.</param>
public readonly unsafe struct HostStream(nint pointer)
{
    private const int PieceBytes = 64 * 1024;

    // Safe: the host keeps the object until the call that passed it returns.
    private readonly StreamTable** _self = (StreamTable**)pointer;

    /// <summary>Whether the host gave no stream.</summary>
    public bool IsNull => _self == null;

    /// <summary>Reads up to the length of the buffer; 0 at the end or after an error.</summary>
    public int Read(Span<byte> buffer)
    {
        if (IsNull || buffer.IsEmpty)
            return 0;
        int read = 0;
        fixed (byte* place = buffer)
        {
            // Some hosts report an error together with the last bytes, so the count decides.
            (*_self)->Read(_self, place, buffer.Length, &read);
        }
        return Math.Clamp(read, 0, buffer.Length);
    }

    /// <summary>Writes all bytes; false if the host did not accept them.</summary>
    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int written = 0;
            fixed (byte* place = bytes)
            {
                if (IsNull || (*_self)->Write(_self, place, bytes.Length, &written) != Result.Ok || written <= 0)
                    return false;
            }
            bytes = bytes[Math.Min(written, bytes.Length)..];
        }
        return !IsNull;
    }

    /// <summary>
    /// Reads the rest of the stream; false if there is no stream or more than <paramref name="maxBytes"/> bytes are left.
    /// </summary>
    public bool TryReadToEnd(int maxBytes, out byte[] bytes)
    {
        bytes = [];
        if (IsNull)
            return false;
        var all = new ArrayBufferWriter<byte>();
        while (Read(all.GetSpan(PieceBytes)) is var read and > 0)
        {
            all.Advance(read);
            if (all.WrittenCount > maxBytes)
                return false;
        }
        bytes = all.WrittenSpan.ToArray();
        return true;
    }
}
