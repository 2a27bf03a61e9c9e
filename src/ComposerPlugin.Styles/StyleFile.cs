using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>What style.json says about a style. Unknown keys are kept from <see cref="Read"/> to <see cref="Write"/>.</summary>
public sealed record StyleFile
{
    /// <summary>The format that this version reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's name in a style's folder.</summary>
    public const string FileName = "style.json";

    /// <summary>The format version.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>A short name that never changes, for settings that refer to the style.</summary>
    public required string Id { get; init; }

    /// <summary>The name that the user reads.</summary>
    public required string Name { get; init; }

    /// <summary>What it plays, in a sentence or two.</summary>
    public string? Description { get; init; }

    /// <summary>Who trained it.</summary>
    public string? Author { get; init; }

    /// <summary>The licence of the training data.</summary>
    public string? Licence { get; init; }

    /// <summary>The kind of model: one of <see cref="ModelType.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which file plays which part (<see cref="GraphRole"/>), by path inside the folder, with slashes.</summary>
    public required IReadOnlyDictionary<string, string> Graphs { get; init; }

    /// <summary>The class tables that the model was trained with.</summary>
    public required StyleVocabulary Vocabulary { get; init; }

    /// <summary>The time unit: <see cref="Ticks.PerQuarter"/>.</summary>
    public int TicksPerQuarter { get; init; } = Ticks.PerQuarter;

    /// <summary>The meters of the training pieces, the commonest first, as musicians write them.</summary>
    public IReadOnlyList<string>? Meters { get; init; }

    /// <summary>The pitches of the training pieces.</summary>
    public required StylePitchRange PitchRange { get; init; }

    /// <summary>How many notes may begin together; 1 is a melody without overlaps.</summary>
    public required int Polyphony { get; init; }

    /// <summary>The mean MIDI velocity of the training pieces, 1 to 127.</summary>
    public required double MeanVelocity { get; init; }

    /// <summary>How many bars a passage of a variational style has; null in the other kinds.</summary>
    public int? WindowBars { get; init; }

    /// <summary>The controls that suit the style.</summary>
    public StyleControls? Controls { get; init; }

    /// <summary>How it was trained.</summary>
    public StyleTraining? Training { get; init; }

    /// <summary>The figures of the model card: a number for each name, such as bits_per_note.</summary>
    public JsonObject? Evaluation { get; init; }

    /// <summary>The SHA-256 of the style.json that it was read from, in hexadecimal digits; null when it was not read.</summary>
    [JsonIgnore]
    public string? Hash { get; init; }

    /// <summary>Keys that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Reads and checks the style.json of a folder. The graphs are not opened.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <exception cref="StyleException">It is missing, not readable, or of another format, vocabulary or kind.</exception>
    public static StyleFile Read(string folder) => StyleReader.Read(folder);

    /// <summary>Checks this and writes it as the style.json of a folder, whose graphs need not be there yet.</summary>
    /// <param name="folder">The style's folder; made when missing.</param>
    /// <exception cref="StyleException">A value is not allowed, or the file cannot be written.</exception>
    public void Write(string folder) => StyleWriter.Write(this, folder);
}
