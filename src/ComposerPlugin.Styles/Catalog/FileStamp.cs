namespace ComposerPlugin.Styles;

/// <summary>A number that changes when a file of a style is added, removed or written.</summary>
public static class FileStamp
{
    /// <summary>The stamp of a folder that is missing or has no style.json.</summary>
    public const long None = 0;

    /// <summary>
    /// [any] The stamp of a folder's style.json, plan.json and *.onnx files, from their names, lengths and times. No file is opened.
    /// </summary>
    public static long Of(string folder)
    {
        try
        {
            var style = new FileInfo(Path.Combine(folder, StyleFile.FileName));
            if (!style.Exists)
                return None;
            long stamp = Of(style);
            // A sum, because the enumeration order is undefined.
            foreach (var graph in new DirectoryInfo(folder).EnumerateFiles("*.onnx"))
                stamp = unchecked(stamp + Of(graph));
            var plan = new FileInfo(Path.Combine(folder, StylePlan.FileName));
            stamp = unchecked(stamp + (plan.Exists ? Of(plan) : 0));
            return stamp == None ? 1 : stamp;
        }
        catch (Exception)
        {
            // Not only unreadable files: a time after the year 9999 has no DateTime.
            return None;
        }
    }

    private static long Of(FileInfo file) =>
        HashCode.Combine(file.Name, file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks) * 0x9E3779B97F4A7C1L;
}
