using System.Text.Json;

namespace ComposerPlugin.Styles;

/// <summary>Writes style.json.</summary>
internal static class StyleWriter
{
    public static void Write(StyleFile style, string folder)
    {
        string path = Path.Combine(folder, StyleFile.FileName);
        StyleRules.Check(style, path);
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(part, JsonSerializer.Serialize(style, StyleJsonContext.Shared.StyleFile) + "\n");
            // Renamed when complete, so that readers never see a partial file.
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StyleException($"{path} cannot be written", "free some space, or choose a folder that you may write to", exception);
        }
    }
}
