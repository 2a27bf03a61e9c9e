using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The fonts, made once for the process.</summary>
internal static class Fonts
{
    private static readonly SKTypeface Medium = Load("Inter-Medium.otf"), SemiBold = Load("Inter-SemiBold.otf");

    /// <summary>Numbers in the roll and on takes.</summary>
    public static readonly SKFont Tiny = Make(Medium, 9.5f);

    /// <summary>Labels.</summary>
    public static readonly SKFont Small = Make(Medium, 11);

    /// <summary>Values and texts.</summary>
    public static readonly SKFont Normal = Make(Medium, 12.5f);

    /// <summary>Headings, and what is chosen.</summary>
    public static readonly SKFont Strong = Make(SemiBold, 12.5f);

    /// <summary>The name of the plugin and of pages.</summary>
    public static readonly SKFont Title = Make(SemiBold, 17);

    // The resource lies in the library itself, which is never unloaded: Skia may read it in place.
    private static unsafe SKTypeface Load(string name)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library lacks its font {name}.");
        if (stream is UnmanagedMemoryStream memory)
        {
            using var data = SKData.Create((nint)memory.PositionPointer, (int)memory.Length);
            return SKTypeface.FromData(data);
        }
        return SKTypeface.FromStream(stream);
    }

    // No hinting and parts of pixels: the same picture at every scale and on every system.
    private static SKFont Make(SKTypeface face, float size) => new(face, size)
    {
        Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias,
    };
}
