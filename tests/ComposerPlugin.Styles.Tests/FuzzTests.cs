using System.Text;

namespace ComposerPlugin.Styles.Tests;

public sealed class FuzzTests
{
    [Fact]
    public void Changed_style_files_are_read_or_refused()
    {
        using var folder = new TemporaryFolder();
        byte[][] files = [.. Presets().Select(preset => File.ReadAllBytes(Path.Combine(preset, StyleFile.FileName)))];

        FuzzRun.Run("style.json", files, 1500, changed =>
        {
            File.WriteAllBytes(folder[StyleFile.FileName], changed);
            StyleBorder.TryRead(
                folder.Path, StyleException.ChooseAnother, () => StyleFile.Read(folder.Path), out var style, out string error);
            if (style is null)
                return error;
            // What was read can be looked at and written again.
            style.Write(folder["again"]);
            Assert.Equal(style.Evaluation?.Count, StyleFile.Read(folder["again"]).Evaluation?.Count);
            return null;
        });
    }

    [Fact]
    public void Changed_graphs_are_checked()
    {
        byte[][] files = [.. Presets().SelectMany(preset => Directory.GetFiles(preset, "*.onnx"))
            .Where(file => new FileInfo(file).Length < 400_000).Select(File.ReadAllBytes)];

        FuzzRun.Run("graph rules", files, 600, changed => GraphRules.FindError(changed) is { } error ? $"The graph {error}." : null);
    }

    [Fact]
    public void Changed_lists_of_slots_are_read()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in (string[])["airs", "reels", "waltzes"])
            StyleFiles.Recurrent.Write(folder[name]);
        byte[] order = Encoding.UTF8.GetBytes("airs\nreels\nwaltzes\n");

        FuzzRun.Run("order of slots", [order], 300, changed =>
        {
            File.WriteAllBytes(folder["order.txt"], changed);
            var catalog = new StyleCatalog(folder["none"], [], folder.Path);
            catalog.Refresh();
            return catalog.Current.Entries.Count == 3 ? null : $"{catalog.Current.Entries.Count} styles";
        });
    }

    private static string[] Presets() => [.. Directory.GetDirectories(Repository.File("presets"))
        .Where(preset => File.Exists(Path.Combine(preset, StyleFile.FileName))).Order(StringComparer.Ordinal)];
}
