using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The losses of one training epoch, per note.</summary>
public sealed record StyleEpoch
{
    /// <summary>Its number, from 1.</summary>
    public int Epoch { get; init; }

    /// <summary>On the training pieces.</summary>
    public double? Train { get; init; }

    /// <summary>On the pieces held back for validation.</summary>
    public double? Valid { get; init; }

    /// <summary>Keys that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
