using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>128 UTF-16 characters, null-terminated (Vst::String128).</summary>
[InlineArray(Capacity)]
public struct Utf16Text128
{
    /// <summary>The number of characters, including the terminating null.</summary>
    public const int Capacity = 128;

    private char _first;

    /// <summary>Copies a text, truncated to 127 characters.</summary>
    public Utf16Text128(ReadOnlySpan<char> text) => Text.CopyTo(text, this);

    /// <summary>Copies a text, truncated to 127 characters.</summary>
    public static implicit operator Utf16Text128(string text) => new(text);

    /// <summary>The text before the null character.</summary>
    public override readonly string ToString() => Text.From(this);
}
