using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>Writes style folders. The previous files stay in place until the new graphs have passed their check.</summary>
internal static class StyleFolder
{
    /// <summary>The file names of a note-by-note model's graphs, by role.</summary>
    public static readonly IReadOnlyDictionary<string, string> Graphs = new Dictionary<string, string>
    {
        [GraphRole.Step] = GraphRole.FileName(GraphRole.Step),
        [GraphRole.Ioi] = GraphRole.FileName(GraphRole.Ioi),
        [GraphRole.Pitch] = GraphRole.FileName(GraphRole.Pitch),
        [GraphRole.Duration] = GraphRole.FileName(GraphRole.Duration),
        [GraphRole.Velocity] = GraphRole.FileName(GraphRole.Velocity),
    };

    /// <summary>The file names of a model type's graphs, by role.</summary>
    public static IReadOnlyDictionary<string, string> GraphsOf(string type) => type switch
    {
        ModelType.Vae => new Dictionary<string, string>(Graphs) { [GraphRole.Encode] = GraphRole.FileName(GraphRole.Encode) },
        ModelType.Gan => new Dictionary<string, string> { [GraphRole.Bar] = GraphRole.FileName(GraphRole.Bar) },
        _ => Graphs,
    };

    /// <summary>The id of the style in a folder.</summary>
    public static string IdOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>Checks that a folder holds no style, before a run that would replace it.</summary>
    /// <exception cref="BadInputException">It holds a style.</exception>
    public static void RefuseToReplace(string folder)
    {
        if (File.Exists(Path.Combine(folder, StyleFile.FileName)))
            throw new BadInputException($"{folder}: the folder holds a style already; give another --out.");
    }

    /// <summary>Checks that a style is not written over one it is derived from.</summary>
    /// <exception cref="BadInputException">The folders are the same.</exception>
    public static void CheckIsAnother(string folder, params IReadOnlyCollection<string> from)
    {
        if (from.Any(path => Path.GetFullPath(path) == Path.GetFullPath(folder)))
            throw new BadInputException($"{folder}: a style cannot replace a style it is derived from; give another --out.");
    }

    /// <summary>Writes a style.</summary>
    /// <param name="folder">The folder, created if missing.</param>
    /// <param name="style">The content of style.json.</param>
    /// <param name="writeAndProve">Writes the graphs into the given folder and checks them; if it throws, the previous style is
    /// kept.</param>
    /// <returns>The result of the check.</returns>
    public static double Replace(string folder, StyleFile style, Func<string, double> writeAndProve)
    {
        string unproved = Path.Combine(folder, "unproved");
        try
        {
            Directory.CreateDirectory(unproved);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{folder}: not writable ({exception.Message.TrimEnd('.')}); give another --out.");
        }
        try
        {
            double proof = writeAndProve(unproved);
            // All files are complete before the first is moved; style.json is last, because it makes the folder a style.
            style.Write(unproved);
            foreach (string file in style.Graphs.Values.Concat(style.Files))
                File.Move(Path.Combine(unproved, file), Path.Combine(folder, file), overwrite: true);
            return proof;
        }
        finally
        {
            Directory.Delete(unproved, recursive: true);
        }
    }
}
