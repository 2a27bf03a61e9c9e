using System.Text;

namespace ComposerPlugin.Vst3;

/// <summary>Null-terminated text in the fixed-size fields of the VST3 structures.</summary>
internal static class Text
{
    /// <summary>Copies a text, truncated to the field without splitting a surrogate pair, and clears the rest of the field.</summary>
    public static void CopyTo(ReadOnlySpan<char> text, Span<char> field)
    {
        int length = Math.Min(text.Length, field.Length - 1);
        if (length < text.Length && length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        text[..length].CopyTo(field);
        field[length..].Clear();
    }

    /// <summary>
    /// Copies a text to an 8-bit field, truncated; non-ASCII characters become question marks. Clears the rest of the field.
    /// </summary>
    public static void CopyTo(ReadOnlySpan<char> text, Span<byte> field)
    {
        int length = Math.Min(text.Length, field.Length - 1);
        Encoding.ASCII.GetBytes(text[..length], field);
        field[length..].Clear();
    }

    /// <summary>The text before the first null character.</summary>
    public static string From(ReadOnlySpan<char> field)
    {
        int end = field.IndexOf('\0');
        return new string(end < 0 ? field : field[..end]);
    }

    /// <summary>The text before the first null byte.</summary>
    public static string From(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }
}
