using System.Text.Json;

namespace ComposerPlugin.Styles;

/// <summary>Writes style.json and plan.json.</summary>
internal static class StyleWriter
{
    public static void Write(StyleFile style, string folder)
    {
        string path = Path.Combine(folder, StyleFile.FileName);
        StyleRules.Check(style, path);
        style.Plan?.Write(folder);
        Write(path, JsonSerializer.Serialize(style, StyleJsonContext.Shared.StyleFile));
    }

    public static void Write(StylePlan plan, string folder) =>
        Write(Path.Combine(folder, StylePlan.FileName), JsonSerializer.Serialize(plan, StyleJsonContext.Shared.StylePlan));

    private static void Write(string path, string json)
    {
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(part, json + "\n");
            // Renamed when complete, so that readers never see a partial file.
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StyleException($"{path} cannot be written", "free some space, or choose a folder that you may write to", exception);
        }
    }
}
