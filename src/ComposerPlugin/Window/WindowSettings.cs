using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Editor;
using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// [main] How windows look, and which styles are favourites: as JSON, in each project and in a file of the musician's folder, which new
/// instances start from. A file that cannot be read or written is as if it were not there: nothing that matters is in it.
/// </summary>
internal sealed class WindowSettings(string path)
{
    private const int MostBytes = 1 << 16;

    /// <summary>The file of the musician's folder.</summary>
    public static WindowSettings Shared { get; } = new(Path.Combine(StylePaths.UserFolder, "window.json"));

    /// <summary>The settings that new instances start from.</summary>
    public EditorSettings Default
    {
        get => FromJson(Read());
        set
        {
            var json = Read();
            foreach (var (key, node) in ToJson(value))
                json[key] = node?.DeepClone();
            Write(json);
        }
    }

    /// <summary>The ids of the favourite styles.</summary>
    public IReadOnlyList<string> Favourites
    {
        get => Read()["favourites"] is JsonArray ids ? [.. ids.OfType<JsonValue>().Select(id => id.ToString())] : [];
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
            IsLight = json["theme"] is JsonValue theme && theme.TryGetValue(out string? name) && name == "light",
            ShowsTooltips = Flag(json, "tooltips", true),
            HasSeenFirstRun = Flag(json, "seen-first-run", false),
        };
    }

    /// <summary>The settings as a JSON object.</summary>
    public static JsonObject ToJson(EditorSettings settings) => new()
    {
        ["size"] = settings.Size,
        ["theme"] = settings.IsLight ? "light" : "dark",
        ["tooltips"] = settings.ShowsTooltips,
        ["seen-first-run"] = settings.HasSeenFirstRun,
    };

    private static bool Flag(JsonObject json, string key, bool otherwise) =>
        json[key] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    private JsonObject Read()
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length is 0 or > MostBytes)
                return [];
            byte[] text = File.ReadAllBytes(path);
            return JsonText.FindError(text) is null && JsonNode.Parse(text) is JsonObject json ? json : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private void Write(JsonObject json)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string written = $"{path}.{Environment.ProcessId}";
            using (var stream = File.Create(written))
            using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
                json.WriteTo(writer);
            File.Move(written, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next window starts from the former settings.
        }
    }
}
