using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Styles;

/// <summary>The training run of a style.</summary>
public sealed record StyleTraining
{
    /// <summary>The trainer's command line.</summary>
    public string? Command { get; init; }

    /// <summary>The number of training pieces.</summary>
    public int Pieces { get; init; }

    /// <summary>The number of notes in the training pieces.</summary>
    public long Notes { get; init; }

    /// <summary>The number of epochs.</summary>
    public int Epochs { get; init; }

    /// <summary>The duration in minutes.</summary>
    public double Minutes { get; init; }

    /// <summary>The random seed.</summary>
    public long Seed { get; init; }

    /// <summary>The losses of each epoch.</summary>
    public IReadOnlyList<StyleEpoch>? Losses { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
