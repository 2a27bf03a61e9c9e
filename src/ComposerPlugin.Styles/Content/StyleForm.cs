using System.Text.Json;
using System.Text.Json.Serialization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>States that the graphs read what the <see cref="FormMemory"/> knows.</summary>
public sealed record StyleForm
{
    /// <summary>The form inputs of this version.</summary>
    public static StyleForm Current { get; } = new() { Version = FormHint.Version };

    /// <summary><see cref="FormHint.Version"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
