using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComposerPlugin.Trainer.Training;

/// <summary>How a model is built and trained; a JSON file given with <c>--config</c> replaces any of these.</summary>
internal sealed record TrainConfig
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Cells of each recurrent layer.</summary>
    public int Hidden { get; init; } = 256;

    public int Layers { get; init; } = 2;

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

    public int LowestPitch { get; init; } = 45;
    public int HighestPitch { get; init; } = 96;

    /// <summary>The share of tunes whose meter the model is not told, so that it can play in meters it has not met.</summary>
    public double MeterHidden { get; init; } = 0.07;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 3;

    /// <exception cref="BadInputException">The file is missing or says something that is no setting.</exception>
    public static TrainConfig Read(string? path)
    {
        if (path is null)
            return new();
        if (!File.Exists(path))
            throw new BadInputException($"{path}: there is no such configuration file; leave --config away to train with the standard settings.");
        try
        {
            return Checked(JsonSerializer.Deserialize<TrainConfig>(File.ReadAllText(path), _json) ?? new(), path);
        }
        catch (JsonException exception)
        {
            throw new BadInputException($"{path}: this is no training configuration ({exception.Message.TrimEnd('.')}); trainer/README.md lists the settings.");
        }
    }

    private static TrainConfig Checked(TrainConfig config, string path)
    {
        (string Name, double Value, double Lowest, double Highest)[] limits =
        [
            ("hidden", config.Hidden, 1, 4096), ("layers", config.Layers, 1, 8), ("dense", config.Dense, 2, 4096), ("dropout", config.Dropout, 0, 0.9),
            ("batchTunes", config.BatchTunes, 1, 1024), ("longestSteps", config.LongestSteps, 8, 4096), ("learningRate", config.LearningRate, 0, 1),
            ("warmupSteps", config.WarmupSteps, 0, 1e6), ("clip", config.Clip, 1e-6, 1e6), ("meterHidden", config.MeterHidden, 0, 1),
            ("weightDecay", config.WeightDecay, 0, 1), ("beta1", config.Beta1, 0, 0.9999), ("beta2", config.Beta2, 0, 0.99999),
            ("finalRate", config.FinalRate, 0, 1), ("lowestPitch", config.LowestPitch, 0, 127), ("highestPitch", config.HighestPitch, 0, 127),
            ("checkpointMinutes", config.CheckpointMinutes, 0, 1e4),
        ];
        foreach (var (name, value, lowest, highest) in limits)
        {
            if (!(value >= lowest && value <= highest))
                throw new BadInputException($"{path}: {name} is {value}; it must be from {lowest} to {highest}.");
        }
        return config;
    }
}
