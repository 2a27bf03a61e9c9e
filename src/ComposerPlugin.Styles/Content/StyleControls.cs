using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>Recommended sampling settings of a style.</summary>
public sealed record StyleControls
{
    /// <summary>The temperature of styles that have none.</summary>
    public const double DefaultTemperature = 1;

    /// <summary>The p of nucleus sampling of styles that have none.</summary>
    public const double DefaultTopP = 0.95;

    /// <summary>The softmax temperature at which Surprise is 1: above 0, at most 10.</summary>
    public double? Temperature { get; init; }

    /// <summary>The p of nucleus sampling: above 0, at most 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
