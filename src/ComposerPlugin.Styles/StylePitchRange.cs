using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The pitches that the training pieces use, as MIDI note numbers.</summary>
public sealed record StylePitchRange
{
    /// <summary>The lowest, 0 to 127.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest, 0 to 127.</summary>
    public required int Highest { get; init; }

    /// <summary>Keys that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
