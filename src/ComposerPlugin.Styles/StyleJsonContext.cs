using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The serializer of style.json, generated at build time.</summary>
[JsonSerializable(typeof(StyleFile))]
internal sealed partial class StyleJsonContext : JsonSerializerContext
{
    // The relaxed encoder leaves "&" and letters outside ASCII readable; style.json never stands inside HTML.
    public static StyleJsonContext Shared { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
