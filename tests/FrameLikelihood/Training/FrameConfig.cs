using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The settings of a frame model and its training; a JSON file given with <c>--config</c> replaces any of them.</summary>
internal sealed record FrameConfig
{
    public const string Independent = "independent";
    public const string Autoregressive = "autoregressive";

    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>lstm or gru.</summary>
    public string Model { get; init; } = "gru";

    /// <summary>plain or matched, see <see cref="FrameInputs"/>.</summary>
    public string Inputs { get; init; } = FrameInputs.Matched;

    /// <summary>independent or autoregressive.</summary>
    public string Output { get; init; } = Independent;

    /// <summary>Cells of each recurrent layer.</summary>
    public int Hidden { get; init; } = 320;

    public int Layers { get; init; } = 1;

    /// <summary>Whether the output also reads the inputs, past the recurrent layers.</summary>
    public bool Skip { get; init; } = true;

    /// <summary>Hidden units of the autoregressive output.</summary>
    public int OutputUnits { get; init; } = 192;

    /// <summary>Locked dropout of cells: one mask for a whole sequence.</summary>
    public double Dropout { get; init; } = 0.25;

    public double InputDropout { get; init; } = 0.1;

    /// <summary>Dropout of the hidden units of the autoregressive output.</summary>
    public double OutputDropout { get; init; } = 0.2;

    public int BatchSequences { get; init; } = 16;

    /// <summary>Longest segment in frames; longer sequences are cut.</summary>
    public int LongestFrames { get; init; } = 256;

    /// <summary>Largest random transposition in semitones, up or down.</summary>
    public int Transpose { get; init; } = 5;

    public double LearningRate { get; init; } = 5e-3;
    public double WeightDecay { get; init; }
    public double Beta1 { get; init; } = 0.9;
    public double Beta2 { get; init; } = 0.99;

    /// <summary>
    /// Steps of linear warm-up; then the learning rate falls along half a cosine to <see cref="FinalRate"/> times the peak.
    /// </summary>
    public int WarmupSteps { get; init; } = 30;

    public double FinalRate { get; init; }

    /// <summary>Gradient clipping: the largest norm of all gradients together.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>Decay per step of the exponential moving average of the weights, which is validated and kept.</summary>
    public double WeightAverage { get; init; } = 0.99;

    /// <summary>Steps between two validations.</summary>
    public int ValidateSteps { get; init; } = 100;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 1;

    /// <summary>The default settings: those of the published models for plain inputs, else ours.</summary>
    public static FrameConfig Default(string inputs) => inputs == FrameInputs.Matched ? new() : new()
    {
        Inputs = FrameInputs.Plain,
        Hidden = 256,
        Skip = false,
        InputDropout = 0,
        Transpose = 0,
        LearningRate = 2e-3,
        WeightAverage = 0,
    };

    /// <summary>The default settings, replaced by those of a file.</summary>
    /// <exception cref="BadInputException">The file is missing, or contains an unknown setting.</exception>
    public static FrameConfig Read(string? path, string? inputs)
    {
        if (path is null)
            return Default(inputs ?? FrameInputs.Matched);
        if (!File.Exists(path))
        {
            throw new BadInputException(
                $"{path}: there is no such configuration file; remove --config to train with the default settings.");
        }
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), null, _lenient) is not JsonObject given)
                throw new JsonException("it is not an object");
            var defaults = Default(inputs ?? given["inputs"]?.GetValue<string>() ?? FrameInputs.Matched);
            var all = JsonSerializer.SerializeToNode(defaults, _json)!.AsObject();
            foreach (var (name, setting) in given)
                all[name] = setting?.DeepClone();
            return all.Deserialize<FrameConfig>(_json)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            string reason = exception.Message.TrimEnd('.');
            throw new BadInputException(
                $"{path}: this is no configuration of a frame model ({reason}); docs/frames.md lists the settings.");
        }
    }

    /// <summary>These settings, if they are within their limits.</summary>
    /// <exception cref="BadInputException">One is out of its limits.</exception>
    public FrameConfig Checked()
    {
        Choose("model", Model, "lstm", "gru");
        Choose("inputs", Inputs, FrameInputs.Plain, FrameInputs.Matched);
        Choose("output", Output, Independent, Autoregressive);
        (string Name, double Value, double Lowest, double Highest)[] limits =
        [
            ("hidden", Hidden, 1, 4096), ("layers", Layers, 1, 8), ("outputUnits", OutputUnits, 1, 4096), ("dropout", Dropout, 0, 0.9),
            ("inputDropout", InputDropout, 0, 0.9), ("outputDropout", OutputDropout, 0, 0.9), ("batchSequences", BatchSequences, 1, 1024),
            ("longestFrames", LongestFrames, 1, 4096), ("transpose", Transpose, 0, 12), ("learningRate", LearningRate, 0, 1),
            ("weightDecay", WeightDecay, 0, 1), ("beta1", Beta1, 0, 0.9999), ("beta2", Beta2, 0, 0.99999),
            ("warmupSteps", WarmupSteps, 0, 1e6), ("finalRate", FinalRate, 0, 1), ("clip", Clip, 1e-6, 1e6),
            ("weightAverage", WeightAverage, 0, 0.99999),
            ("validateSteps", ValidateSteps, 1, 1e6), ("checkpointMinutes", CheckpointMinutes, 0, 1e4),
        ];
        foreach (var (name, value, lowest, highest) in limits)
        {
            if (!(value >= lowest && value <= highest))
                throw new BadInputException($"train: {name} is {value}; it must be from {lowest} to {highest}.");
        }
        return this;
    }

    /// <summary>The settings that <see cref="Schedule.Rate"/> reads.</summary>
    public TrainConfig Rates() => new() { LearningRate = LearningRate, WarmupSteps = WarmupSteps, FinalRate = FinalRate };

    private static void Choose(string name, string value, string one, string other)
    {
        if (value != one && value != other)
            throw new BadInputException($"train: {name} is {value}; it must be {one} or {other}.");
    }
}
