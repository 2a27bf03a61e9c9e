using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>What the verb tells: what was measured, and the figures.</summary>
internal static class FrameMetrics
{
    /// <summary>The average of the best weights of these runs, on valid, and on test where that is the part asked for.</summary>
    /// <exception cref="BadInputException">The runs have no average, or cannot be transposed so far.</exception>
    public static JsonObject Of(string[] folders, FrameSet data, string part, int transpositions)
    {
        FrameModel[] models = [.. folders.Select(FrameCheckpoint.ReadModel)];
        try
        {
            var outputs = models.Select(model => model.Config.Output).Distinct().ToArray();
            if (outputs.Length > 1)
                throw new BadInputException($"frames: runs with {outputs[0]} and {outputs[1]} output have no average; give runs of one kind.");
            var sequences = data.Train.Concat(data.Valid).Concat(data.Test).ToArray();
            if (sequences.Min(sequence => sequence.Lowest) < transpositions || sequences.Max(sequence => sequence.Highest) + transpositions >= Frame.KeyCount)
                throw new BadInputException($"frames: --transpositions {transpositions} takes notes of {data.Name} off the keyboard; give less.");
            var figures = new JsonObject
            {
                ["data"] = data.Name,
                ["model"] = Named(models, config => config.Model),
                ["inputs"] = Named(models, config => config.Inputs),
                ["output"] = outputs[0],
                ["models"] = models.Length,
                ["transpositions"] = transpositions,
                ["parameters"] = models.Sum(model => model.parameters().Sum(parameter => parameter.numel())),
            };
            Add(figures, "valid", FrameScore.Of(models, data.Valid, transpositions));
            if (part == "test")
                Add(figures, "test", FrameScore.Of(models, data.Test, transpositions));
            return figures;
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    private static string Named(FrameModel[] models, Func<FrameConfig, string> setting) =>
        string.Join(", ", models.Select(model => setting(model.Config)).Distinct());

    private static void Add(JsonObject figures, string part, FrameScore score)
    {
        figures[$"{part}_nats_per_frame"] = Math.Round(score.Nats, 4);
        figures[$"{part}_frames"] = score.Frames;
    }
}
