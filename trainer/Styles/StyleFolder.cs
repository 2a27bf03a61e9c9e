using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>Writes styles of note steps, graphs and all; what stood in the folder before stays until the new graphs are proved.</summary>
internal static class StyleFolder
{
    /// <summary>The graphs' files by role.</summary>
    public static readonly IReadOnlyDictionary<string, string> Graphs = new Dictionary<string, string>
    {
        [GraphRole.Step] = GraphFiles.Step,
        [GraphRole.Ioi] = GraphFiles.Ioi,
        [GraphRole.Pitch] = GraphFiles.Pitch,
        [GraphRole.Duration] = GraphFiles.Duration,
        [GraphRole.Velocity] = GraphFiles.Velocity,
    };

    /// <summary>The graphs' files by role, of a kind of model.</summary>
    public static IReadOnlyDictionary<string, string> GraphsOf(string kind) => kind switch
    {
        ModelType.Vae => new Dictionary<string, string>(Graphs) { [GraphRole.Encode] = GraphFiles.Encode },
        ModelType.Gan => new Dictionary<string, string> { [GraphRole.Bar] = GraphFiles.Bar },
        _ => Graphs,
    };

    /// <summary>The id of a style in a folder.</summary>
    public static string IdOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>Refuses a folder that holds a style already, before a run that would take its place.</summary>
    /// <exception cref="BadInputException">It does.</exception>
    public static void RefuseToReplace(string folder)
    {
        if (File.Exists(Path.Combine(folder, StyleFile.FileName)))
            throw new BadInputException($"{folder}: a style lies here already; give another --out.");
    }

    /// <summary>Refuses to write a style over one that it is made from.</summary>
    /// <exception cref="BadInputException">The folders are the same.</exception>
    public static void CheckIsAnother(string folder, params IReadOnlyCollection<string> from)
    {
        if (from.Any(path => Path.GetFullPath(path) == Path.GetFullPath(folder)))
            throw new BadInputException($"{folder}: a style cannot take the place of {(from.Count > 1 ? "one" : "the one")} that it is made from; give another --out.");
    }

    /// <summary>Writes a style.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="style">What it says about itself.</param>
    /// <param name="writeAndProve">Writes the graphs into the folder that it is given and proves them; an exception leaves everything as it was.</param>
    /// <returns>What the proof returned.</returns>
    public static double Replace(string folder, StyleFile style, Func<string, double> writeAndProve)
    {
        string unproved = Path.Combine(folder, "unproved");
        try
        {
            Directory.CreateDirectory(unproved);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{folder}: nothing can be written there ({exception.Message.TrimEnd('.')}); give another --out.");
        }
        try
        {
            double proof = writeAndProve(unproved);
            // All is on the disk before the first file takes its place; style.json last, which makes a folder a style.
            style.Write(unproved);
            foreach (string file in style.Graphs.Values.Append(StyleFile.FileName))
                File.Move(Path.Combine(unproved, file), Path.Combine(folder, file), overwrite: true);
            return proof;
        }
        finally
        {
            Directory.Delete(unproved, recursive: true);
        }
    }
}
