using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The controls that suit a style.</summary>
public sealed record StyleControls
{
    /// <summary>Divides the logits: below 1 safer, above 1 bolder; greater than 0.</summary>
    public double? Temperature { get; init; }

    /// <summary>Only the likeliest classes that together have this probability are drawn from; above 0, at most 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Keys that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
