using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The losses of one training epoch, per note.</summary>
public sealed record StyleEpoch
{
    /// <summary>The epoch's number, from 1.</summary>
    public int Epoch { get; init; }

    /// <summary>The training loss.</summary>
    public double? Train { get; init; }

    /// <summary>The validation loss.</summary>
    public double? Valid { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
