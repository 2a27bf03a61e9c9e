using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>[main] The SHA-256 of a style.json, by which a project recognizes that its style has changed.</summary>
public static class StyleHash
{
    /// <summary>The hash of a folder's style.json, in hexadecimal digits; null if it cannot be read.</summary>
    public static string? Of(string folder)
    {
        try
        {
            string path = Path.Combine(folder, StyleFile.FileName);
            // Pipes and devices have length 0 too; opening one could block forever.
            if (new FileInfo(path).Length == 0)
                return null;
            using var file = File.OpenRead(path);
            return Sha256.Hash(file);
        }
        catch (Exception)
        {
            // Whatever is wrong with the file: the caller keeps the hash of the loaded state.
            return null;
        }
    }

    /// <summary>The hash of the bytes of a style.json, in hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Sha256.Hash(text);
}
