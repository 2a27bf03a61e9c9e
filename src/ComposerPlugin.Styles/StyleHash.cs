using System.Security.Cryptography;

namespace ComposerPlugin.Styles;

/// <summary>[main] Tells by a style's style.json whether it is the one that a project was saved with.</summary>
public static class StyleHash
{
    /// <summary>The hash of a style's style.json, in hexadecimal digits; null where there is none to read.</summary>
    public static string? Of(string folder)
    {
        try
        {
            string path = Path.Combine(folder, StyleFile.FileName);
            // A pipe or a device has no length either, and to open one could take forever.
            if (new FileInfo(path).Length == 0)
                return null;
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The state keeps the hash that it came with.
            return null;
        }
    }

    /// <summary>The hash of a style.json that was read.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
