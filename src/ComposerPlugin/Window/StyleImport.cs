using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>Installs a style from a folder: checks it first, then copies what style.json names, and nothing else.</summary>
internal static class StyleImport
{
    /// <summary>[any but audio] Installs a style among the user styles.</summary>
    /// <param name="folder">The folder of the style.</param>
    /// <param name="userStyles">The folder of the user styles.</param>
    /// <returns>What was done, or why nothing was, in one sentence.</returns>
    public static string Install(string folder, string userStyles)
    {
        try
        {
            var style = StyleFile.Read(folder);
            // The id becomes a folder's name: it must not lead out of the musician's folder, nor hide the style in it.
            if (!StyleRules.IsFolderName(style.Id))
                return $"The style was not installed, because its id \"{style.Id}\" is no folder name: export it again with the trainer.";
            // Only those that its type needs; style.json may name others.
            var graphs = ModelType.RolesOf(style.Type).Select(role => style.Graphs[role]).Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => GraphFile.Read(folder, name));
            string target = Path.Combine(userStyles, style.Id);
            if (Path.GetFullPath(folder) == Path.GetFullPath(target))
                return $"{style.Name} is installed already.";
            if (Directory.Exists(target))
                return $"A style with the id {style.Id} is installed already: rename the folder {target} first.";
            // Complete before it gets its name: a folder with a style.json counts as a style.
            string part = Path.Combine(userStyles, $".{style.Id}.{Environment.ProcessId}");
            foreach (var (name, bytes) in graphs)
            {
                string path = Path.Combine(part, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, bytes);
            }
            File.Copy(Path.Combine(folder, StyleFile.FileName), Path.Combine(part, StyleFile.FileName), overwrite: true);
            Directory.Move(part, target);
            StylePaths.Catalog.Refresh();
            return $"{style.Name} is installed: choose it in the list of styles.";
        }
        catch (StyleException exception)
        {
            return exception.Message;
        }
        catch (Exception exception)
        {
            return $"The style was not installed ({StyleBorder.OneLine(exception)}): check the folder {userStyles}.";
        }
    }
}
