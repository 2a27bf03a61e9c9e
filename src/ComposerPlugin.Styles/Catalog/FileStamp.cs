namespace ComposerPlugin.Styles;

/// <summary>Tells whether a style's files have changed: it is another number when a file is added, removed or written.</summary>
public static class FileStamp
{
    /// <summary>The stamp of a folder without style.json, or of none.</summary>
    public const long None = 0;

    /// <summary>[any] The stamp of style.json and of the graphs beside it. Nothing is opened.</summary>
    public static long Of(string folder)
    {
        try
        {
            var style = new FileInfo(Path.Combine(folder, StyleFile.FileName));
            if (!style.Exists)
                return None;
            long stamp = Of(style);
            // A sum, since a folder lists its files in any order.
            foreach (var graph in new DirectoryInfo(folder).EnumerateFiles("*.onnx"))
                stamp = unchecked(stamp + Of(graph));
            return stamp == None ? 1 : stamp;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return None;
        }
    }

    private static long Of(FileInfo file) =>
        HashCode.Combine(file.Name, file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks) * 0x9E3779B97F4A7C1L;
}
