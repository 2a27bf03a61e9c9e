namespace ComposerPlugin.Styles;

/// <summary>Reads the file of a graph and checks that it is inside the style's folder, not too large, and self-contained.</summary>
public static class GraphFile
{
    /// <summary>The maximum size of a graph in bytes: 64 MiB.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>The maximum size of all graphs of a style in bytes: 256 MiB.</summary>
    public const int MaxBytesOfStyle = 256 << 20;

    /// <summary>[any] Reads a graph.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="name">The graph's path relative to the folder, checked by <see cref="StyleRules"/>.</param>
    /// <exception cref="StyleException">The graph is missing, empty, a link or too large, or has what the trainer does not
    /// write.</exception>
    public static byte[] Read(string folder, string name) =>
        StyleBorder.Read($"The graph {Path.Combine(folder, name)}", StyleException.ExportAgain, () => ReadFile(folder, name));

    private static byte[] ReadFile(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        try
        {
            CheckLinks(folder, name);
            if (!File.Exists(path))
                throw new StyleException($"The graph {path} is missing", "put it back, or export the style again with the trainer");
            // Pipes and devices have length 0 too; opening one could block forever.
            if (new FileInfo(path).Length == 0)
                throw new StyleException($"The graph {path} is empty", StyleException.ExportAgain);
            // Measured and read through the same handle, so that the file cannot be replaced in between.
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxBytes)
                throw new StyleException($"The graph {path} is larger than {MaxBytes >> 20} MiB", "train a smaller model");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (GraphRules.FindError(bytes) is { } error)
                throw new StyleException($"The graph {path} {error}", StyleException.ExportAgain);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StyleException($"The graph {path} cannot be read", StyleException.CheckPermissions, exception);
        }
    }

    // Styles come from untrusted sources: a link must not make the host read other files.
    private static void CheckLinks(string folder, string name)
    {
        string path = folder;
        foreach (string part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                throw new StyleException($"The graph {name} is behind the link {path}", "put the file itself into the style's folder");
        }
    }
}
