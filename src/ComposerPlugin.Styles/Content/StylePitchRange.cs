using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The pitch range of the training pieces, in MIDI note numbers.</summary>
public sealed record StylePitchRange
{
    /// <summary>The lowest pitch, 0 to 127.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest pitch, 0 to 127.</summary>
    public required int Highest { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
