using System.Text;

namespace ComposerPlugin.Music;

/// <summary>Texts of MIDI files.</summary>
internal static class MidiText
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A text in UTF-8. The format defines no encoding: what is not UTF-8 is taken for Latin-1.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<byte> text)
    {
        try
        {
            _strict.GetCharCount(text);
            return text.ToArray();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(text));
        }
    }

    /// <summary>The length that a meta event of a type has at least.</summary>
    public static int LeastLength(byte type) => type switch { 0x20 => 1, 0x54 => 5, 0x59 => 2, _ => 0 };
}
