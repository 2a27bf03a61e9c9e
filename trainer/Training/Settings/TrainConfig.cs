using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Training;

/// <summary>How a model is built and trained; a JSON file given with <c>--config</c> replaces any of these.</summary>
internal sealed record TrainConfig
{
    /// <summary>Where style.json keeps it, beside the other facts of the training.</summary>
    public const string StyleKey = "config";

    /// <summary>What <see cref="Positions"/> may be.</summary>
    public const string Rotary = "rotary", Sinusoidal = "sinusoidal";

    /// <summary>How it is written as JSON.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Cells of each recurrent layer, or a transformer's width.</summary>
    public int Hidden { get; init; } = 256;

    public int Layers { get; init; } = 2;

    /// <summary>Into how many heads each layer of a transformer divides its attention.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>How a transformer knows where steps stand: <see cref="Rotary"/> or <see cref="Sinusoidal"/>.</summary>
    public string Positions { get; init; } = Rotary;

    /// <summary>Whether the model is given the motif hint.</summary>
    public bool Hint { get; init; } = true;

    /// <summary>Whether a gate mixes in what the music's own motifs foretell.</summary>
    public bool Gate { get; init; } = true;

    /// <summary>Whether it is told place in bar, meter and bar.</summary>
    public bool Places { get; init; } = true;

    /// <summary>Whether it is told the key.</summary>
    public bool Key { get; init; } = true;

    /// <summary>The sources of tunes, by name, that a model with a style token tells apart; none for a model without.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>Which of them the exported graphs play; empty for none in particular.</summary>
    public string Style { get; init; } = "";

    /// <summary>The share of tunes whose style the model is not told, so that it can play without.</summary>
    public double StyleHidden { get; init; } = 0.1;

    /// <summary>The share of each likelihood that goes to all classes alike.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Bars in a passage of a variational autoencoder.</summary>
    public int Bars { get; init; } = 2;

    /// <summary>Numbers of a latent, or of a generator's noise.</summary>
    public int Latent { get; init; } = 64;

    /// <summary>How far a passage's latent may go from the prior at no cost, in nats.</summary>
    public double FreeNats { get; init; } = 8;

    /// <summary>What each nat beyond that weighs in what is minimised.</summary>
    public double LatentWeight { get; init; } = 0.2;

    /// <summary>Steps over which that weight rises from nothing.</summary>
    public int LatentSteps { get; init; } = 1500;

    /// <summary>The share of notes that a variational decoder is not shown.</summary>
    public double InputDropout { get; init; } = 0.15;

    /// <summary>Channels of a generator's and a discriminator's layers.</summary>
    public int Channels { get; init; } = 128;

    /// <summary>What the distance of mean rolls weighs in a generator's loss.</summary>
    public double RollWeight { get; init; } = 1;

    /// <summary>What the distance of the discriminator's mean features weighs there.</summary>
    public double FeatureWeight { get; init; } = 0.1;

    /// <summary>Steps of the generator for each of the discriminator.</summary>
    public int GeneratorSteps { get; init; } = 1;

    /// <summary>How much faster the discriminator learns than the generator.</summary>
    public double DiscriminatorRate { get; init; } = 2;

    /// <summary>The largest spectral norm of a layer of the discriminator; 0 for no bound.</summary>
    public double DiscriminatorNorm { get; init; } = 1.5;

    /// <summary>How much of a generator's averaged weights, which are validated and kept, stays at each step.</summary>
    public double WeightAverage { get; init; } = 0.999;

    /// <summary>Units between hidden state and logits, in each head.</summary>
    public int Dense { get; init; } = 256;

    public double Dropout { get; init; } = 0.2;

    /// <summary>Tunes in a batch.</summary>
    public int BatchTunes { get; init; } = 16;

    /// <summary>Longer tunes give a passage of so many steps.</summary>
    public int LongestSteps { get; init; } = 520;

    public double LearningRate { get; init; } = 2.5e-3;
    public double WeightDecay { get; init; } = 0.01;
    public double Beta1 { get; init; } = 0.9;
    public double Beta2 { get; init; } = 0.98;

    /// <summary>Steps over which the learning rate rises.</summary>
    public int WarmupSteps { get; init; } = 60;

    /// <summary>What is left of the learning rate at the end.</summary>
    public double FinalRate { get; init; } = 0.02;

    /// <summary>The largest norm of all gradients together.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>Whether tunes are transposed, within the range below.</summary>
    public bool Transpose { get; init; } = true;

    public int LowestPitch { get; init; } = 28;
    public int HighestPitch { get; init; } = 103;

    /// <summary>The share of tunes whose meter the model is not told, so that it can play in meters it has not met.</summary>
    public double MeterHidden { get; init; } = 0.07;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 3;

    /// <summary>How far each weight is drawn towards zero per step (L1), as a share of the learning rate.</summary>
    public double L1 { get; init; }

    /// <summary>Epochs without a better loss on valid after which training ends; 0 for never.</summary>
    public int Patience { get; init; } = 40;

    /// <summary>How much the velocities count in what is minimised, beside timing, pitch and duration.</summary>
    public double VelocityWeight { get; init; } = 1;

    /// <summary>How often the tunes of a source are drawn per epoch, by its name; once where it is not named.</summary>
    public IReadOnlyDictionary<string, double> Sources { get; init; } = new Dictionary<string, double>();

    /// <summary>The token of a style, 0 where it is none of <see cref="Styles"/>.</summary>
    public int TokenOf(string source)
    {
        for (int i = 0; i < Styles.Count; i++)
        {
            if (Styles[i] == source)
                return i + 1;
        }
        return 0;
    }

    /// <summary>Sees to it that a style has a token.</summary>
    /// <param name="style">The style.</param>
    /// <param name="where">The file or folder that these settings are of.</param>
    /// <exception cref="BadInputException">It has none.</exception>
    public void CheckToken(string style, string where)
    {
        if (TokenOf(style) == 0)
            throw new BadInputException($"{where}: the model has no token for the style \"{style}\"; it has {(Styles.Count > 0 ? string.Join(", ", Styles) : "none")}.");
    }

    /// <summary>What a kind of model is trained with when nothing else is said.</summary>
    public static TrainConfig Default(string kind) => kind switch
    {
        // Memory of any kind would let the decoder ignore the latent.
        "vae" => new()
        {
            Hint = false, Gate = false, Layers = 1, BatchTunes = 64, LearningRate = 1.5e-3, WarmupSteps = 100, Dropout = 0.1, VelocityWeight = 0.1, Patience = 0,
        },
        "gan" => new() { BatchTunes = 64, LearningRate = 3e-4, Beta1 = 0.5, Beta2 = 0.999, WeightDecay = 0, Patience = 0 },
        _ => new(),
    };

    /// <param name="path">The file; null for none.</param>
    /// <param name="standard">What holds where the file says nothing.</param>
    /// <param name="kind">The kind of model that it is for.</param>
    /// <exception cref="BadInputException">The file is missing or says something that is no setting of this kind.</exception>
    public static TrainConfig Read(string? path, TrainConfig standard, string kind)
    {
        if (path is null)
            return standard;
        if (!File.Exists(path))
            throw new BadInputException($"{path}: there is no such configuration file; leave --config away to train with the standard settings.");
        try
        {
            string text = File.ReadAllText(path);
            _ = JsonSerializer.Deserialize<TrainConfig>(text, Json);    // tells what is wrong, and in which line
            var given = Parse(text);
            ModelTypeSettings.Check(given.Select(setting => setting.Key), kind, path);
            return Checked(Merge(standard, given), path);
        }
        catch (JsonException exception)
        {
            throw new BadInputException($"{path}: {Describe(exception)}; trainer/README.md lists the settings.");
        }
        catch (ArgumentException)
        {
            throw new BadInputException($"{path}: a setting stands there twice; leave one of them away.");
        }
    }

    private static JsonObject Parse(string text) =>
        JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject ?? [];

    // The standard settings, with those of a file in their place.
    private static TrainConfig Merge(TrainConfig standard, JsonObject given)
    {
        var settings = JsonSerializer.SerializeToNode(standard, Json)!.AsObject();
        foreach (var (name, value) in given)
            settings[name] = value?.DeepClone();
        return settings.Deserialize<TrainConfig>(Json)!;
    }

    private static TrainConfig Checked(TrainConfig config, string path)
    {
        (string Name, double Value, double Lowest, double Highest)[] limits =
        [
            ("hidden", config.Hidden, 1, 4096), ("layers", config.Layers, 1, 8), ("heads", config.Heads, 1, 64), ("dense", config.Dense, 2, 4096), ("dropout", config.Dropout, 0, 0.9),
            ("labelSmoothing", config.LabelSmoothing, 0, 0.9),
            ("batchTunes", config.BatchTunes, 1, 1024), ("longestSteps", config.LongestSteps, 8, 4096), ("learningRate", config.LearningRate, 0, 1),
            ("warmupSteps", config.WarmupSteps, 0, 1e6), ("clip", config.Clip, 1e-6, 1e6), ("meterHidden", config.MeterHidden, 0, 1), ("styleHidden", config.StyleHidden, 0, 1),
            ("weightDecay", config.WeightDecay, 0, 1), ("beta1", config.Beta1, 0, 0.9999), ("beta2", config.Beta2, 0, 0.99999),
            ("finalRate", config.FinalRate, 0, 1), ("lowestPitch", config.LowestPitch, 0, 127), ("highestPitch", config.HighestPitch, 0, 127),
            ("checkpointMinutes", config.CheckpointMinutes, 0, 1e4),
            ("l1", config.L1, 0, 1), ("patience", config.Patience, 0, 1e6), ("velocityWeight", config.VelocityWeight, 0, 100),
            ("bars", config.Bars, 1, 16), ("latent", config.Latent, 1, 4096), ("freeNats", config.FreeNats, 0, 1e4), ("latentWeight", config.LatentWeight, 0, 100),
            ("latentSteps", config.LatentSteps, 0, 1e6), ("inputDropout", config.InputDropout, 0, 1), ("channels", config.Channels, 1, 4096),
            ("rollWeight", config.RollWeight, 0, 1e4), ("featureWeight", config.FeatureWeight, 0, 1e4), ("generatorSteps", config.GeneratorSteps, 1, 100),
            ("discriminatorRate", config.DiscriminatorRate, 0, 100), ("discriminatorNorm", config.DiscriminatorNorm, 0, 1e4), ("weightAverage", config.WeightAverage, 0, 0.99999),
            .. config.Sources.Select(source => ($"sources: {source.Key}", source.Value, 0.0, 1000.0)),
        ];
        foreach (var (name, value, lowest, highest) in limits)
        {
            if (!(value >= lowest && value <= highest))
                throw new BadInputException($"{path}: {name} is {value}; it must be from {lowest} to {highest}.");
        }
        if (config.LowestPitch > config.HighestPitch)
            throw new BadInputException($"{path}: lowestPitch is {config.LowestPitch}, above highestPitch, which is {config.HighestPitch}; exchange them.");
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
            return $"{where}this is no training configuration ({exception.Message.TrimEnd('.')})";
        string setting = key[2..].Split('.')[0];
        bool known = JsonSerializerOptions.Default.GetTypeInfo(typeof(TrainConfig)).Properties.Any(property => Json.PropertyNamingPolicy!.ConvertName(property.Name) == setting);
        return known ? $"{where}{setting} has a value of the wrong type" : $"{where}there is no setting {setting}";
    }
}
