using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using Spectre.Console;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The metrics of a measurement, and its settings.</summary>
internal static class FrameMetrics
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    /// <summary>Measures the mean of the probabilities of the best weights of these runs.</summary>
    /// <param name="folders">The folders of the runs.</param>
    /// <param name="data">The benchmark.</param>
    /// <param name="part">valid, or test to measure valid and test.</param>
    /// <param name="transpositions">How many semitones up and down the models also read the pieces.</param>
    /// <exception cref="BadInputException">The runs have different outputs, or a transposition leaves the keyboard.</exception>
    public static JsonObject Of(string[] folders, FrameSet data, string part, int transpositions)
    {
        FrameModel[] models = [.. folders.Select(FrameCheckpoint.ReadModel)];
        try
        {
            var outputs = models.Select(model => model.Config.Output).Distinct().ToArray();
            if (outputs.Length > 1)
            {
                throw new BadInputException(
                    $"average: runs with {outputs[0]} and {outputs[1]} output have no average; give runs with the same output.");
            }
            var sequences = data.Train.Concat(data.Valid).Concat(data.Test).ToArray();
            int lowest = sequences.Min(sequence => sequence.Lowest), highest = sequences.Max(sequence => sequence.Highest);
            if (lowest < transpositions || highest + transpositions >= Frame.KeyCount)
            {
                throw new BadInputException(
                    $"average: --transpositions {transpositions} moves notes of {data.Name} off the keyboard; give fewer.");
            }
            var metrics = new JsonObject
            {
                ["data"] = data.Name,
                ["model"] = Named(models, config => config.Model),
                ["inputs"] = Named(models, config => config.Inputs),
                ["output"] = outputs[0],
                ["models"] = models.Length,
                ["transpositions"] = transpositions,
                ["parameters"] = models.Sum(model => model.parameters().Sum(parameter => parameter.numel())),
            };
            Add(metrics, "valid", FrameScore.Of(models, data.Valid, transpositions));
            if (part == "test")
                Add(metrics, "test", FrameScore.Of(models, data.Test, transpositions));
            return metrics;
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    /// <summary>The metrics as indented JSON.</summary>
    public static string Text(JsonObject metrics) => metrics.ToJsonString(_json);

    /// <summary>Prints the metrics, one per line or as JSON.</summary>
    public static void Print(JsonObject metrics, IAnsiConsole console, bool json)
    {
        if (json)
        {
            // The console would wrap long lines.
            console.Profile.Out.Writer.WriteLine(Text(metrics));
            return;
        }
        foreach (var (name, metric) in metrics)
            console.WriteLine($"{name,-24} {metric}");
    }

    private static string Named(FrameModel[] models, Func<FrameConfig, string> setting) =>
        string.Join(", ", models.Select(model => setting(model.Config)).Distinct());

    private static void Add(JsonObject metrics, string part, FrameScore score)
    {
        metrics[$"{part}_nats_per_frame"] = Math.Round(score.Nats, 4);
        metrics[$"{part}_frames"] = score.Frames;
    }
}
