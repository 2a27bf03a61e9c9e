using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Configuration;

/// <summary>The configuration of a model and its training. A JSON file given with <c>--config</c> replaces any of the defaults.</summary>
internal sealed record TrainConfig
{
    /// <summary>The key of the configuration in the training part of style.json.</summary>
    public const string StyleKey = "config";

    /// <summary>The values of <see cref="Positions"/>.</summary>
    public const string Rotary = "rotary", Sinusoidal = "sinusoidal";

    private const int MostBytes = 1 << 20;

    /// <summary>The JSON options; unknown settings are errors.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Units of each recurrent layer, or the width of a transformer.</summary>
    public int Hidden { get; init; } = 256;

    /// <summary>The number of recurrent or transformer layers.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Attention heads of each transformer layer.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>The position encoding of a transformer: <see cref="Rotary"/> or <see cref="Sinusoidal"/>.</summary>
    public string Positions { get; init; } = Rotary;

    /// <summary>Whether the motif hint is an input.</summary>
    public bool Hint { get; init; } = true;

    /// <summary>Whether a gate mixes in the predictions of the tune's own motifs.</summary>
    public bool Gate { get; init; } = true;

    /// <summary>Whether position in the bar, meter and bar number are inputs.</summary>
    public bool Places { get; init; } = true;

    /// <summary>Whether the key is an input.</summary>
    public bool Key { get; init; } = true;

    /// <summary>The sources with a style token of their own; empty for a model without style tokens.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>The one of <see cref="Styles"/> whose token the exported graphs contain; empty for none.</summary>
    public string Style { get; init; } = "";

    /// <summary>The share of tunes trained without their style token, so that the model also works without one.</summary>
    public double StyleHidden { get; init; } = 0.1;

    /// <summary>Label smoothing: the share of each target that is spread evenly over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Bars of a vae's segment.</summary>
    public int Bars { get; init; } = 2;

    /// <summary>Dimensions of a vae's latent or of a gan's noise.</summary>
    public int Latent { get; init; } = 64;

    /// <summary>The divergence of a segment's latent from the prior that costs nothing, in nats.</summary>
    public double FreeNats { get; init; } = 8;

    /// <summary>The weight of each nat beyond that in the loss.</summary>
    public double LatentWeight { get; init; } = 0.2;

    /// <summary>Steps over which that weight rises from 0.</summary>
    public int LatentSteps { get; init; } = 1500;

    /// <summary>The share of notes hidden from a vae's decoder.</summary>
    public double InputDropout { get; init; } = 0.15;

    /// <summary>Channels of the layers of a gan's generator and discriminator.</summary>
    public int Channels { get; init; } = 128;

    /// <summary>The weight of the distance between mean rolls in the generator's loss.</summary>
    public double RollWeight { get; init; } = 1;

    /// <summary>The weight of the distance between the discriminator's mean features in the generator's loss.</summary>
    public double FeatureWeight { get; init; } = 0.1;

    /// <summary>Generator steps for each discriminator step.</summary>
    public int GeneratorSteps { get; init; } = 1;

    /// <summary>The discriminator's learning rate, as a multiple of the generator's.</summary>
    public double DiscriminatorRate { get; init; } = 2;

    /// <summary>The largest spectral norm of a discriminator layer; 0 for no limit.</summary>
    public double DiscriminatorNorm { get; init; } = 1.5;

    /// <summary>The decay per step of the moving average of the generator's weights, which is validated and saved.</summary>
    public double WeightAverage { get; init; } = 0.999;

    /// <summary>Units of the hidden layer of each output head.</summary>
    public int Dense { get; init; } = 256;

    /// <summary>The dropout probability.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Tunes (for a gan, bars) in a batch.</summary>
    public int BatchTunes { get; init; } = 16;

    /// <summary>The most steps of a training example; longer tunes are cut.</summary>
    public int LongestSteps { get; init; } = 520;

    /// <summary>The learning rate after warm-up.</summary>
    public double LearningRate { get; init; } = 2.5e-3;

    /// <summary>AdamW's decoupled weight decay.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>AdamW's decay of the mean of gradients.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>AdamW's decay of the mean of squared gradients.</summary>
    public double Beta2 { get; init; } = 0.98;

    /// <summary>Warm-up steps of the learning rate.</summary>
    public int WarmupSteps { get; init; } = 60;

    /// <summary>The learning rate at the end, as a share of <see cref="LearningRate"/>.</summary>
    public double FinalRate { get; init; } = 0.02;

    /// <summary>The largest norm of the gradient; larger ones are scaled down.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>Whether tunes are transposed at random, within the pitch range below.</summary>
    public bool Transpose { get; init; } = true;

    /// <summary>The lowest MIDI pitch of a transposed tune.</summary>
    public int LowestPitch { get; init; } = 28;

    /// <summary>The highest MIDI pitch of a transposed tune.</summary>
    public int HighestPitch { get; init; } = 103;

    /// <summary>The share of tunes trained without their meter, so that the model also works in meters it was not trained on.</summary>
    public double MeterHidden { get; init; } = 0.07;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 3;

    /// <summary>L1 regularisation: how far each weight moves towards 0 per step, as a share of the learning rate.</summary>
    public double L1 { get; init; }

    /// <summary>Epochs without a better validation loss after which the run ends; 0 for never.</summary>
    public int Patience { get; init; } = 40;

    /// <summary>The weight of the velocity loss; timing, pitch and duration have weight 1.</summary>
    public double VelocityWeight { get; init; } = 1;

    /// <summary>How often the tunes of a source are drawn per epoch, by name; 1 for other sources.</summary>
    public IReadOnlyDictionary<string, double> Sources { get; init; } = new Dictionary<string, double>();

    /// <summary>The token of a style, from 1; 0 if it is none of <see cref="Styles"/>.</summary>
    public int TokenOf(string source)
    {
        for (int i = 0; i < Styles.Count; i++)
        {
            if (Styles[i] == source)
                return i + 1;
        }
        return 0;
    }

    /// <summary>Checks that a style has a token.</summary>
    /// <param name="style">The style.</param>
    /// <param name="where">The file or folder of the configuration, for the message.</param>
    /// <exception cref="BadInputException">The style has no token.</exception>
    public void CheckToken(string style, string where)
    {
        if (TokenOf(style) == 0)
        {
            string tokens = Styles.Count > 0 ? string.Join(", ", Styles) : "none";
            throw new BadInputException($"{where}: the model has no token for the style \"{style}\"; it has {tokens}.");
        }
    }

    /// <summary>The default configuration of a model type.</summary>
    public static TrainConfig Default(string type) => type switch
    {
        // Hints and motif predictions would let the decoder ignore the latent.
        "vae" => new()
        {
            Hint = false, Gate = false, Layers = 1, BatchTunes = 64, LearningRate = 1.5e-3, WarmupSteps = 100, Dropout = 0.1,
            VelocityWeight = 0.1, Patience = 0,
        },
        "gan" => new() { BatchTunes = 64, LearningRate = 3e-4, Beta1 = 0.5, Beta2 = 0.999, WeightDecay = 0, Patience = 0 },
        _ => new(),
    };

    /// <summary>Reads a configuration file.</summary>
    /// <param name="path">The file; null for the defaults.</param>
    /// <param name="defaults">The values of settings that are not in the file.</param>
    /// <param name="type">The model type.</param>
    /// <exception cref="BadInputException">The file is missing, or a setting is unknown, invalid or of another model type.</exception>
    public static TrainConfig Read(string? path, TrainConfig defaults, string type)
    {
        if (path is null)
            return defaults;
        if (!File.Exists(path))
            throw new BadInputException($"{path}: no such configuration file; omit --config to train with the defaults.");
        return InputBorder.Read(
            path, "not a training configuration", "see trainer/README.md for the settings", () => ReadFile(path, defaults, type));
    }

    private static TrainConfig ReadFile(string path, TrainConfig defaults, string type)
    {
        try
        {
            InputBorder.CheckSize(path, MostBytes);
            string text = File.ReadAllText(path);
            _ = JsonSerializer.Deserialize<TrainConfig>(text, Json);    // its exception names the invalid setting and the line
            var given = Parse(text);
            ModelTypeSettings.Check(given.Select(setting => setting.Key), type, path);
            return Checked(Merge(defaults, given), path);
        }
        catch (JsonException exception)
        {
            throw new BadInputException($"{path}: {Describe(exception)}; see trainer/README.md for the settings.");
        }
        catch (ArgumentException)
        {
            throw new BadInputException($"{path}: a setting occurs twice; remove one of them.");
        }
    }

    private static JsonObject Parse(string text)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        return JsonNode.Parse(text, documentOptions: options) as JsonObject ?? [];
    }
    private static TrainConfig Merge(TrainConfig defaults, JsonObject given)
    {
        var settings = JsonSerializer.SerializeToNode(defaults, Json)!.AsObject();
        foreach (var (name, value) in given)
            settings[name] = value?.DeepClone();
        return settings.Deserialize<TrainConfig>(Json)!;
    }

    /// <summary>Checks the range of every setting.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="path">Its file, for the message.</param>
    /// <returns>The same configuration.</returns>
    /// <exception cref="BadInputException">A setting is null or out of range.</exception>
    public static TrainConfig Checked(TrainConfig config, string path)
    {
        if (config is { Styles: null } or { Style: null } or { Sources: null } or { Positions: null } || config.Styles.Contains(null!))
            throw new BadInputException($"{path}: styles, style, sources or positions is null; remove it or give a value.");
        (string Name, double Value, double Lowest, double Highest)[] limits =
        [
            ("hidden", config.Hidden, 1, 4096), ("layers", config.Layers, 1, 8), ("heads", config.Heads, 1, 64),
            ("dense", config.Dense, 2, 4096), ("dropout", config.Dropout, 0, 0.9), ("labelSmoothing", config.LabelSmoothing, 0, 0.9),
            ("batchTunes", config.BatchTunes, 1, 1024), ("longestSteps", config.LongestSteps, 8, 4096),
            ("learningRate", config.LearningRate, 0, 1), ("warmupSteps", config.WarmupSteps, 0, 1e6), ("clip", config.Clip, 1e-6, 1e6),
            ("meterHidden", config.MeterHidden, 0, 1), ("styleHidden", config.StyleHidden, 0, 1),
            ("weightDecay", config.WeightDecay, 0, 1), ("beta1", config.Beta1, 0, 0.9999), ("beta2", config.Beta2, 0, 0.99999),
            ("finalRate", config.FinalRate, 0, 1),
            ("lowestPitch", config.LowestPitch, 0, 127), ("highestPitch", config.HighestPitch, 0, 127),
            ("checkpointMinutes", config.CheckpointMinutes, 0, 1e4),
            ("l1", config.L1, 0, 1), ("patience", config.Patience, 0, 1e6), ("velocityWeight", config.VelocityWeight, 0, 100),
            ("bars", config.Bars, 1, 16), ("latent", config.Latent, 1, 4096), ("freeNats", config.FreeNats, 0, 1e4),
            ("latentWeight", config.LatentWeight, 0, 100), ("latentSteps", config.LatentSteps, 0, 1e6),
            ("inputDropout", config.InputDropout, 0, 1), ("channels", config.Channels, 1, 4096),
            ("rollWeight", config.RollWeight, 0, 1e4), ("featureWeight", config.FeatureWeight, 0, 1e4),
            ("generatorSteps", config.GeneratorSteps, 1, 100), ("discriminatorRate", config.DiscriminatorRate, 0, 100),
            ("discriminatorNorm", config.DiscriminatorNorm, 0, 1e4), ("weightAverage", config.WeightAverage, 0, 0.99999),
            .. config.Sources.Select(source => ($"sources: {source.Key}", source.Value, 0.0, 1000.0)),
        ];
        foreach (var (name, value, lowest, highest) in limits)
        {
            if (!(value >= lowest && value <= highest))
                throw new BadInputException($"{path}: {name} is {value}; it must be from {lowest} to {highest}.");
        }
        if (config.LowestPitch > config.HighestPitch)
        {
            throw new BadInputException(
                $"{path}: lowestPitch is {config.LowestPitch}, above highestPitch ({config.HighestPitch}); swap them.");
        }
        if (config.Positions is not (Rotary or Sinusoidal))
            throw new BadInputException($"{path}: positions is {config.Positions}; it must be {Rotary} or {Sinusoidal}.");
        if (config.Style.Length > 0 && config.TokenOf(config.Style) == 0)
            throw new BadInputException($"{path}: style is {config.Style}; it must be one of styles ({string.Join(", ", config.Styles)}).");
        return config;
    }

    private static string Describe(JsonException exception)
    {
        string where = exception.LineNumber is { } line ? $"line {line + 1}: " : "";
        if (exception.Path is not { Length: > 2 } key)
            return $"{where}not a training configuration ({exception.Message.TrimEnd('.')})";
        string setting = key[2..].Split('.')[0];
        bool known = JsonSerializerOptions.Default.GetTypeInfo(typeof(TrainConfig)).Properties
            .Any(property => Json.PropertyNamingPolicy!.ConvertName(property.Name) == setting);
        return known ? $"{where}\"{setting}\" has a value of the wrong type" : $"{where}unknown setting \"{setting}\"";
    }
}
