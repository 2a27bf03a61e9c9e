using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Editor;
using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// [main] How windows look, and which styles are favourites: as JSON, in each project and in a file of the musician's folder, which new
/// instances start from. A file that cannot be read or written is as if it were not there: nothing that matters is in it.
/// </summary>
/// <param name="path">The file; null without a musician's folder.</param>
internal sealed class WindowSettings(string? path)
{
    private const int MostBytes = 1 << 16;

    /// <summary>The file of the musician's folder.</summary>
    public static WindowSettings Shared { get; } = new(StylePaths.UserFolder is { } folder ? Path.Combine(folder, "window.json") : null);

    /// <summary>The settings that new instances start from.</summary>
    public EditorSettings Default
    {
        get => FromJson(Read());
        set => Write(Merge(Read(), value));
    }

    /// <summary>The ids of the favourite styles.</summary>
    public IReadOnlyList<string> Favourites
    {
        get => Read()["favourites"] is JsonArray ids ? [.. ids.Select(Text).OfType<string>()] : [];
        set
        {
            var json = Read();
            json["favourites"] = new JsonArray([.. value.Select(id => (JsonNode)JsonValue.Create(id))]);
            Write(json);
        }
    }

    /// <summary>The settings in a JSON object; those that it lacks, or that are not valid, have their defaults.</summary>
    public static EditorSettings FromJson(JsonObject json)
    {
        int size = json["size"] is JsonValue number && number.TryGetValue(out int percent) ? percent : EditorSettings.Default.Size;
        return new()
        {
            Size = EditorSettings.Sizes.Contains(size) ? size : EditorSettings.Default.Size,
            IsLight = Text(json["theme"]) == "light",
            ShowsTooltips = Flag(json, "tooltips", true),
            HasSeenFirstRun = Flag(json, "seen-first-run", false),
        };
    }

    /// <summary>Sets the settings in a JSON object, which keeps its other keys.</summary>
    public static JsonObject Merge(JsonObject json, EditorSettings settings)
    {
        json["size"] = settings.Size;
        json["theme"] = settings.IsLight ? "light" : "dark";
        json["tooltips"] = settings.ShowsTooltips;
        json["seen-first-run"] = settings.HasSeenFirstRun;
        return json;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool Flag(JsonObject json, string key, bool otherwise) =>
        json[key] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    private JsonObject Read()
    {
        if (path is null)
            return [];
        try
        {
            var file = new FileInfo(path);
            // Pipes and devices have length 0: opening one could block forever.
            bool isFile = file is { Exists: true, Length: > 0 and <= MostBytes };
            return isFile ? StateJson.Parse(File.ReadAllBytes(path)) : [];
        }
        catch (Exception)
        {
            // What is not the window's own settings is none.
            return [];
        }
    }

    private void Write(JsonObject json)
    {
        if (path is null)
            return;
        string written = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                using (var stream = File.Create(written))
                using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
                    json.WriteTo(writer);
                File.Move(written, path, overwrite: true);
            }
            finally
            {
                File.Delete(written);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next window starts from the former settings.
        }
    }
}
