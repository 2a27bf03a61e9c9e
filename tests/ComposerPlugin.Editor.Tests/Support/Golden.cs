using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>
/// Golden images: pictures that were looked at, and must stay the same to the pixel. With COMPOSER_GOLDEN set to a folder, the pictures are
/// written there instead, to be looked at and copied to Golden/.
/// </summary>
internal static class Golden
{
    /// <summary>Checks a part of the picture, in units; null: all of it.</summary>
    public static void Check(OpenEditor editor, string name, SKRect? part = null)
    {
        // All at once: the smoothing of edges depends on what was drawn with them.
        editor.View.Root!.Invalidate();
        editor.View.Tick();
        byte[] png = part is { } cut ? Cut(editor.ToPng(), cut, editor.Window.Shown!.Scale) : editor.ToPng();
        if (Environment.GetEnvironmentVariable("COMPOSER_GOLDEN") is { Length: > 0 } given)
        {
            // A test's working folder is that of its program: the name is seen from the repository.
            string folder = Repository.File(given);
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), png);
            return;
        }
        // Text is drawn otherwise by other systems' font libraries.
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Golden images are Linux's.");
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".png");
        Assert.True(File.Exists(path), $"There is no golden image {name}.png.");
        using var expected = SKBitmap.Decode(path);
        using var actual = SKBitmap.Decode(png);
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        int different = 0;
        for (int y = 0; y < expected.Height; y++)
        {
            for (int x = 0; x < expected.Width; x++)
                different += expected.GetPixel(x, y) == actual.GetPixel(x, y) ? 0 : 1;
        }
        Assert.True(different == 0, $"{different} pixels of {name}.png differ.");
    }

    private static byte[] Cut(byte[] png, SKRect part, float scale)
    {
        using var all = SKBitmap.Decode(png);
        using var cut = new SKBitmap();
        var pixels = SKRectI.Round(new(part.Left * scale, part.Top * scale, part.Right * scale, part.Bottom * scale));
        Assert.True(all.ExtractSubset(cut, pixels));
        using var data = cut.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
