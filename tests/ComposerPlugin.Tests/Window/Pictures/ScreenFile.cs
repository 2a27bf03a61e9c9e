using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// The screen as Xvfb keeps it in a file (-fbdir), in the format of xwd: a header of big-endian numbers, colours, pixels.
/// </summary>
internal static class ScreenFile
{
    // Numbers of the header, and the bytes of a colour.
    private const int HeaderBytes = 0, RowBytes = 12, Colours = 19, ColourBytes = 12, MostTries = 50;

    /// <summary>A part of the screen as a PNG file.</summary>
    public static byte[] ToPng(string path, SKRectI part)
    {
        byte[] screen = [], next = File.ReadAllBytes(path);
        // Until two are equal: while it is drawn, a part is of the picture before.
        for (int tries = 0; tries < MostTries && !screen.AsSpan().SequenceEqual(next); tries++)
            (screen, next) = (next, File.ReadAllBytes(path));
        int pixels = Number(HeaderBytes) + (Number(Colours) * ColourBytes), row = Number(RowBytes);
        var pinned = GCHandle.Alloc(screen, GCHandleType.Pinned);
        try
        {
            // With 24 bits to a pixel the fourth byte is of no meaning.
            var info = new SKImageInfo(part.Width, part.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
            using var pixmap = new SKPixmap(info, pinned.AddrOfPinnedObject() + pixels + (part.Top * row) + (part.Left * 4), row);
            using var data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9));
            return data!.ToArray();
        }
        finally
        {
            pinned.Free();
        }

        int Number(int index) => BinaryPrimitives.ReadInt32BigEndian(screen.AsSpan(index * 4));
    }
}
