using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>How a style was trained.</summary>
public sealed record StyleTraining
{
    /// <summary>The trainer's command line.</summary>
    public string? Command { get; init; }

    /// <summary>Training pieces.</summary>
    public int Pieces { get; init; }

    /// <summary>Notes in them.</summary>
    public long Notes { get; init; }

    /// <summary>Passes over them.</summary>
    public int Epochs { get; init; }

    /// <summary>How long it took, in minutes.</summary>
    public double Minutes { get; init; }

    /// <summary>The random seed.</summary>
    public long Seed { get; init; }

    /// <summary>The losses, epoch by epoch.</summary>
    public IReadOnlyList<StyleEpoch>? Losses { get; init; }

    /// <summary>Keys that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
