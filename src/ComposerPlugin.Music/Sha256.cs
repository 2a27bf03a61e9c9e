using Org.BouncyCastle.Crypto.Digests;

namespace ComposerPlugin.Music;

/// <summary>
/// SHA-256 (FIPS 180-4) in managed code. On Linux, .NET's own loads OpenSSL at its first use and aborts the process where libssl is
/// missing.
/// </summary>
public static class Sha256
{
    private const int BufferBytes = 1 << 16;

    /// <summary>[any] The hash of these bytes, 64 hexadecimal digits in lower case.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes)
    {
        var digest = new Sha256Digest();
        digest.BlockUpdate(bytes);
        return Digits(digest);
    }

    /// <summary>[any] The hash of the rest of a stream, 64 hexadecimal digits in lower case.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static string Hash(Stream stream)
    {
        var digest = new Sha256Digest();
        byte[] buffer = new byte[BufferBytes];
        for (int count; (count = stream.Read(buffer)) > 0;)
            digest.BlockUpdate(buffer.AsSpan(0, count));
        return Digits(digest);
    }

    private static string Digits(Sha256Digest digest)
    {
        Span<byte> hash = stackalloc byte[digest.GetDigestSize()];
        digest.DoFinal(hash);
        return Convert.ToHexStringLower(hash);
    }
}
