using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// Installs a style from a folder: checks it first, then copies style.json, the graphs of its type and its programs, and nothing else.
/// </summary>
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
            string target = Path.Combine(userStyles, style.Id);
            if (Path.GetFullPath(folder) == Path.GetFullPath(target))
                return $"{style.Name} is installed already.";
            if (Path.Exists(target))
                return $"A style with the id {style.Id} is installed already: rename the folder {target} first.";
            Copy(folder, style, userStyles, target);
            StylePaths.Catalog.Refresh();
            return StylePaths.Catalog.Current.Entries.Any(entry => entry.Folder == target && entry.Slot >= StyleCatalog.AsSaved)
                ? $"{style.Name} is installed, but all places of user styles are taken: to free some, edit order.txt in {userStyles}."
                : $"{style.Name} is installed: choose it in the list of styles.";
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

    // The folder is complete before it has its name, and it counts as a style only with its style.json: that is last.
    private static void Copy(string folder, StyleFile style, string userStyles, string target)
    {
        string part = Path.Combine(userStyles, $".{style.Id}.{Guid.NewGuid():N}"), written = $"{StyleFile.FileName}.part";
        try
        {
            Directory.CreateDirectory(part);
            foreach (string name in ModelType.RolesOf(style.Type).Select(role => style.Graphs[role]).Distinct(StringComparer.Ordinal))
            {
                byte[] graph = GraphFile.Read(folder, name);
                string path = Path.Combine(part, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, graph);
            }
            CopyPrograms(Path.Combine(folder, FactoryPrograms.Folder), Path.Combine(part, FactoryPrograms.Folder));
            style.Plan?.Write(part);
            File.Copy(Path.Combine(folder, StyleFile.FileName), Path.Combine(part, written));
            Directory.Move(part, target);
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
        File.Move(Path.Combine(target, written), Path.Combine(target, StyleFile.FileName));
    }

    // Links are left out, as everywhere in a style.
    private static void CopyPrograms(string folder, string target)
    {
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
            return;
        var programs = new DirectoryInfo(folder).EnumerateFiles("*.json")
            .Where(file => file.LinkTarget is null && file.Length is > 0 and <= FactoryPrograms.MaxBytes)
            .OrderBy(file => file.Name, StringComparer.Ordinal).Take(FactoryPrograms.MaxPerStyle);
        Directory.CreateDirectory(target);
        foreach (var program in programs)
            program.CopyTo(Path.Combine(target, program.Name));
    }
}
