using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>128 UTF-16 characters, closed by a null character (Vst::String128).</summary>
[InlineArray(Capacity)]
public struct Utf16Text128
{
    /// <summary>Characters, the closing null included.</summary>
    public const int Capacity = 128;

    private char _first;

    /// <summary>Takes a text, cut to 127 characters.</summary>
    public Utf16Text128(ReadOnlySpan<char> text) => Text.CopyTo(text, this);

    /// <summary>Takes a text, cut to 127 characters.</summary>
    public static implicit operator Utf16Text128(string text) => new(text);

    /// <summary>The text before the null character.</summary>
    public override readonly string ToString() => Text.From(this);
}
