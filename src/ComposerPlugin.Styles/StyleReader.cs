using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ComposerPlugin.Styles;

/// <summary>Reads style.json. The format version and the required keys are checked before the rest is deserialized.</summary>
internal static class StyleReader
{
    private const int MaxBytes = 4 << 20;

    private static readonly string[] _required =
    [
        "id", "name", "kind", "graphs", "vocabulary", "vocabulary.version", "vocabulary.hash", "ticksPerQuarter",
        "pitchRange", "pitchRange.lowest", "pitchRange.highest", "polyphony", "meanVelocity",
    ];

    public static StyleFile Read(string folder) =>
        StyleBorder.Read($"The style {folder}", StyleException.ChooseAnother, () => ReadFile(folder));

    private static StyleFile ReadFile(string folder)
    {
        string path = Path.Combine(folder, StyleFile.FileName);
        byte[] bytes = ReadBytes(folder, path);
        using var document = Parse(path, bytes);
        var root = document.RootElement;
        CheckFormat(root, path);
        foreach (string key in _required)
        {
            if (!Has(root, key))
                throw new StyleException($"{path} lacks \"{key}\"", StyleException.ExportAgain);
        }
        if (root.TryGetProperty("form", out var form) && form.ValueKind != JsonValueKind.Null && !Has(root, "form.version"))
            throw new StyleException($"{path} lacks \"form.version\"", StyleException.ExportAgain);
        var style = Deserialize(root, path, StyleJsonContext.Shared.StyleFile);
        StyleRules.Check(style, path);
        return style with { Hash = StyleHash.Of(bytes), Plan = ReadPlan(Path.Combine(folder, StylePlan.FileName)) };
    }

    private static StylePlan? ReadPlan(string path)
    {
        if (!File.Exists(path))
            return null;
        using var document = Parse(path, ReadBytes(path));
        foreach (string key in (string[])["version", "bars", "endings"])
        {
            if (!Has(document.RootElement, key))
                throw new StyleException($"{path} lacks \"{key}\"", StyleException.ExportAgain);
        }
        var plan = Deserialize(document.RootElement, path, StyleJsonContext.Shared.StylePlan);
        StyleRules.CheckPlan(plan, path);
        return plan;
    }

    private static byte[] ReadBytes(string folder, string path)
    {
        if (!Directory.Exists(folder))
            throw new StyleException($"There is no style folder {folder}", "choose another style, or put this one back");
        if (!File.Exists(path))
            throw new StyleException($"{folder} is not a style, because it has no {StyleFile.FileName}", StyleException.ChooseAnother);
        return ReadBytes(path);
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is not null)
                throw new StyleException($"{path} is a link", "put the file itself into the style's folder");
            // Pipes and devices have length 0 too; opening one could block forever.
            if (new FileInfo(path).Length == 0)
                throw new StyleException($"{path} is empty", StyleException.ChooseAnother);
            if (new FileInfo(path).Length > MaxBytes)
                throw new StyleException($"{path} is larger than {MaxBytes >> 20} MiB", StyleException.ChooseAnother);
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StyleException($"{path} cannot be read", StyleException.CheckPermissions, exception);
        }
    }

    private static JsonDocument Parse(string path, byte[] bytes)
    {
        var text = JsonText.WithoutMark(bytes);
        return JsonText.FindError(text.Span) is { } error
            ? throw new StyleException($"{path} {error}", StyleException.ExportAgain)
            : JsonDocument.Parse(text);
    }

    private static void CheckFormat(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format)
            || format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out int version))
        {
            throw new StyleException($"{path} is not a style, because it has no \"format\" number", StyleException.ChooseAnother);
        }
        if (version > StyleFile.CurrentFormat)
            throw new StyleException($"{path} has format {version}, newer than {StyleFile.CurrentFormat}", "update the plugin");
        if (version < StyleFile.FirstFormat)
            throw new StyleException($"{path} has format {version}, but {StyleFile.FirstFormat} is needed", StyleException.ExportAgain);
    }

    private static bool Has(JsonElement element, string key)
    {
        foreach (string name in key.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return false;
        }
        return true;
    }

    private static T Deserialize<T>(JsonElement root, string path, JsonTypeInfo<T> type)
    {
        try
        {
            return root.Deserialize(type)!;
        }
        catch (JsonException exception)
        {
            string key = exception.Path is { Length: > 2 } where ? where[2..] : "a value";
            throw new StyleException($"{path} has a value of the wrong type at \"{key}\"", StyleException.ExportAgain, exception);
        }
    }
}
