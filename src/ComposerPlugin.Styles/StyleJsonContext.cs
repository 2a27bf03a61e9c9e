using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The source-generated serializer of style.json and plan.json.</summary>
[JsonSerializable(typeof(StyleFile))]
[JsonSerializable(typeof(StylePlan))]
internal sealed partial class StyleJsonContext : JsonSerializerContext
{
    // The relaxed encoder keeps "&" and non-ASCII letters readable; style.json is never embedded in HTML.
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
