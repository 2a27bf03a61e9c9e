using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>The content of style.json. Unknown keys are preserved from <see cref="Read"/> to <see cref="Write"/>.</summary>
public sealed record StyleFile
{
    /// <summary>The format version of styles without form inputs.</summary>
    public const int FirstFormat = 1;

    /// <summary>The newest format version that this code reads and writes: that of styles with form inputs.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The name of the file in a style's folder.</summary>
    public const string FileName = "style.json";

    /// <summary>The format version.</summary>
    public int Format { get; init; } = FirstFormat;

    /// <summary>A short name that never changes and identifies the style in settings.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>A description of the music, one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The author of the style.</summary>
    public string? Author { get; init; }

    /// <summary>The licence of the training data.</summary>
    public string? Licence { get; init; }

    /// <summary>The type of the model: one of <see cref="ModelType.All"/>. The key is "kind".</summary>
    [JsonPropertyName("kind")]
    public required string Type { get; init; }

    /// <summary>The graph files by role (<see cref="GraphRole"/>): paths relative to the folder, with slashes.</summary>
    public required IReadOnlyDictionary<string, string> Graphs { get; init; }

    /// <summary>The vocabulary that the model was trained with.</summary>
    public required StyleVocabulary Vocabulary { get; init; }

    /// <summary>The form inputs of the graphs, since format 2; null if they have none.</summary>
    public StyleForm? Form { get; init; }

    /// <summary>The time unit: <see cref="Ticks.PerQuarter"/>.</summary>
    public int TicksPerQuarter { get; init; } = Ticks.PerQuarter;

    /// <summary>The meters of the training pieces, such as "6/8", most frequent first.</summary>
    public IReadOnlyList<string>? Meters { get; init; }

    /// <summary>The pitch range of the training pieces.</summary>
    public required StylePitchRange PitchRange { get; init; }

    /// <summary>The maximum number of notes with the same onset, 1 to 128; 1 is a melody without overlaps.</summary>
    public required int Polyphony { get; init; }

    /// <summary>The mean MIDI velocity of the training pieces, 1 to 127.</summary>
    public required double MeanVelocity { get; init; }

    /// <summary>The number of bars in a segment of a <see cref="ModelType.Vae"/> style, 1 to 16; null for other types.</summary>
    public int? WindowBars { get; init; }

    /// <summary>The recommended sampling settings.</summary>
    public StyleControls? Controls { get; init; }

    /// <summary>The training run.</summary>
    public StyleTraining? Training { get; init; }

    /// <summary>The evaluation metrics: a number for each name, such as bits_per_note.</summary>
    public JsonObject? Evaluation { get; init; }

    /// <summary>The form of the training pieces, in a file of its own; null for that of melodies in general.</summary>
    [JsonIgnore]
    public StylePlan? Plan { get; init; }

    /// <summary>The SHA-256 of the style.json that was read, in hexadecimal digits; null if the object was not read from a file.</summary>
    [JsonIgnore]
    public string? Hash { get; init; }

    /// <summary>
    /// The names of the files beside the graphs, in the order in which they are put into a folder: with the last it is a style.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Plan is null ? [FileName] : [StylePlan.FileName, FileName];

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>[any] Reads and validates the style.json of a folder, and its plan. The graphs are not opened.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <exception cref="StyleException">
    /// The file is missing or unreadable, a value is not valid, or the format, the vocabulary or the model type is not supported.
    /// </exception>
    public static StyleFile Read(string folder) => StyleReader.Read(folder);

    /// <summary>[any] Validates the values and writes the files of a style but its graphs, which need not exist yet.</summary>
    /// <param name="folder">The style's folder; created if missing.</param>
    /// <exception cref="StyleException">A value is not valid, or the file cannot be written.</exception>
    public void Write(string folder) => StyleWriter.Write(this, folder);
}
