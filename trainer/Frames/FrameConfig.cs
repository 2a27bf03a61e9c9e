using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>How a frame model is built and trained; a JSON file given with <c>--config</c> replaces any of these.</summary>
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

    /// <summary>Whether the output reads the inputs too, beside the recurrent layers.</summary>
    public bool Skip { get; init; } = true;

    /// <summary>Units between hidden state and choices, in the autoregressive output.</summary>
    public int OutputUnits { get; init; } = 192;

    /// <summary>Of cells, the same ones throughout a sequence.</summary>
    public double Dropout { get; init; } = 0.25;

    public double InputDropout { get; init; } = 0.1;

    /// <summary>Of the units in the autoregressive output.</summary>
    public double OutputDropout { get; init; } = 0.2;

    public int BatchSequences { get; init; } = 16;

    /// <summary>Longer sequences give a passage of so many frames.</summary>
    public int LongestFrames { get; init; } = 256;

    /// <summary>Sequences are transposed by at most so many semitones, up or down.</summary>
    public int Transpose { get; init; } = 5;

    public double LearningRate { get; init; } = 5e-3;
    public double WeightDecay { get; init; }
    public double Beta1 { get; init; } = 0.9;
    public double Beta2 { get; init; } = 0.99;

    /// <summary>Steps over which the learning rate rises; then it falls along half a cosine to <see cref="FinalRate"/> of it.</summary>
    public int WarmupSteps { get; init; } = 30;

    public double FinalRate { get; init; }

    /// <summary>The largest norm of all gradients together.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>The weights that are validated and kept are an average: how much of it stays at each step.</summary>
    public double WeightAverage { get; init; } = 0.99;

    /// <summary>Steps between two validations.</summary>
    public int ValidateSteps { get; init; } = 100;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 1;

    /// <summary>The standard settings: those of a field's plain model for plain inputs, else ours.</summary>
    public static FrameConfig Standard(string inputs) => inputs == FrameInputs.Matched ? new() : new()
    {
        Inputs = FrameInputs.Plain,
        Hidden = 256,
        Skip = false,
        InputDropout = 0,
        Transpose = 0,
        LearningRate = 2e-3,
        WeightAverage = 0,
    };

    /// <summary>The standard settings with a file's in their place.</summary>
    /// <exception cref="BadInputException">The file is missing or says something that is no setting.</exception>
    public static FrameConfig Read(string? path, string? inputs)
    {
        if (path is null)
            return Standard(inputs ?? FrameInputs.Matched);
        if (!File.Exists(path))
            throw new BadInputException($"{path}: there is no such configuration file; leave --config away to train with the standard settings.");
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), null, _lenient) is not JsonObject given)
                throw new JsonException("it is not an object");
            var all = JsonSerializer.SerializeToNode(Standard(inputs ?? given["inputs"]?.GetValue<string>() ?? FrameInputs.Matched), _json)!.AsObject();
            foreach (var (name, setting) in given)
                all[name] = setting?.DeepClone();
            return all.Deserialize<FrameConfig>(_json)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new BadInputException($"{path}: this is no configuration of frames ({exception.Message.TrimEnd('.')}); trainer/README.md lists the settings.");
        }
    }

    /// <summary>These settings, if they can be trained with.</summary>
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
            ("weightDecay", WeightDecay, 0, 1), ("beta1", Beta1, 0, 0.9999), ("beta2", Beta2, 0, 0.99999), ("warmupSteps", WarmupSteps, 0, 1e6),
            ("finalRate", FinalRate, 0, 1), ("clip", Clip, 1e-6, 1e6), ("weightAverage", WeightAverage, 0, 0.99999),
            ("validateSteps", ValidateSteps, 1, 1e6), ("checkpointMinutes", CheckpointMinutes, 0, 1e4),
        ];
        foreach (var (name, value, lowest, highest) in limits)
        {
            if (!(value >= lowest && value <= highest))
                throw new BadInputException($"frames: {name} is {value}; it must be from {lowest} to {highest}.");
        }
        return this;
    }

    /// <summary>What the learning rate's schedule reads of these.</summary>
    public TrainConfig Rates() => new() { LearningRate = LearningRate, WarmupSteps = WarmupSteps, FinalRate = FinalRate };

    private static void Choose(string name, string value, string one, string other)
    {
        if (value != one && value != other)
            throw new BadInputException($"frames: {name} is {value}; it must be {one} or {other}.");
    }
}
