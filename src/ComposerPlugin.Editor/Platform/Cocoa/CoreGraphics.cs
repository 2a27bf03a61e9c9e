using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>The functions of Core Graphics that the window needs.</summary>
internal static partial class CoreGraphics
{
    private const string Library = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics";

    // kCGImageAlphaNoneSkipFirst and kCGBitmapByteOrder32Little: the order of the canvas, BGRA.
    private const uint OpaqueBlueFirst = 6 | (2 << 12);

    /// <summary>Draws a picture over the whole of a flipped view.</summary>
    /// <param name="context">The CGContext of the view.</param>
    /// <param name="canvas">The picture.</param>
    /// <param name="size">The size of the view, in points.</param>
    public static void Draw(nint context, Canvas canvas, EditorSize size)
    {
        nint colours = CGColorSpaceCreateDeviceRGB();
        nint bitmap = CGBitmapContextCreate(
            canvas.Pixels, (nuint)canvas.Width, (nuint)canvas.Height, 8, (nuint)canvas.RowBytes, colours, OpaqueBlueFirst);
        nint image = CGBitmapContextCreateImage(bitmap);
        // Core Graphics counts from the bottom, a flipped view from the top: without this the picture is upside down.
        CGContextSaveGState(context);
        CGContextTranslateCTM(context, 0, size.Height);
        CGContextScaleCTM(context, 1, -1);
        CGContextDrawImage(context, new() { Width = size.Width, Height = size.Height }, image);
        CGContextRestoreGState(context);
        CGImageRelease(image);
        CGContextRelease(bitmap);
        CGColorSpaceRelease(colours);
    }

    [LibraryImport(Library)]
    private static partial nint CGColorSpaceCreateDeviceRGB();

    [LibraryImport(Library)]
    private static partial nint CGBitmapContextCreate(
        nint pixels, nuint width, nuint height, nuint bits, nuint rowBytes, nint colours, uint info);

    [LibraryImport(Library)]
    private static partial nint CGBitmapContextCreateImage(nint bitmap);

    [LibraryImport(Library)]
    private static partial void CGContextSaveGState(nint context);

    [LibraryImport(Library)]
    private static partial void CGContextRestoreGState(nint context);

    [LibraryImport(Library)]
    private static partial void CGContextTranslateCTM(nint context, double x, double y);

    [LibraryImport(Library)]
    private static partial void CGContextScaleCTM(nint context, double x, double y);

    [LibraryImport(Library)]
    private static partial void CGContextDrawImage(nint context, ObjC.Rectangle place, nint image);

    [LibraryImport(Library)]
    private static partial void CGImageRelease(nint image);

    [LibraryImport(Library)]
    private static partial void CGContextRelease(nint context);

    [LibraryImport(Library)]
    private static partial void CGColorSpaceRelease(nint colours);
}
