namespace ComposerPlugin.Styles;

/// <summary>Reads a graph's bytes, as far as they can be trusted to stay inside the style's folder and within bounds.</summary>
public static class GraphFile
{
    /// <summary>The most bytes that a graph may have.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Reads a graph.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="name">The graph's path inside it, as <see cref="StyleRules"/> allows.</param>
    /// <exception cref="StyleException">The graph is missing, empty, a link, too big, or has weights in other files.</exception>
    public static byte[] Read(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        try
        {
            CheckLinks(folder, name);
            if (!File.Exists(path))
                throw new StyleException($"The graph {path} is missing", "put it back, or export the style again with the trainer");
            // Also what is no file, but a pipe or a device: to open one could take forever.
            if (new FileInfo(path).Length == 0)
                throw new StyleException($"The graph {path} is empty", StyleException.ExportAgain);
            // Read through one handle, so that the file that is measured is the file that is read.
            using var stream = File.OpenRead(path);
            if (stream.Length > MostBytes)
                throw new StyleException($"The graph {path} is larger than {MostBytes >> 20} MiB", "train a smaller model");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (OnnxCheck.Trouble(bytes) is { } trouble)
                throw new StyleException($"The graph {path} {trouble}", StyleException.ExportAgain);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StyleException($"The graph {path} cannot be read", StyleException.CheckPermissions, exception);
        }
    }

    // A style may come from anywhere: it gets no way to make the host read other files.
    private static void CheckLinks(string folder, string name)
    {
        string path = folder;
        foreach (string part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                throw new StyleException($"The graph {name} lies behind the link {path}", "put the file itself into the style's folder");
        }
    }
}
