using ComposerPlugin.Models;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer;

/// <summary>The verb <c>export</c>: a checkpoint becomes a style, once its graphs are proved equal to the model.</summary>
internal static class Export
{
    public const string Usage = "export --checkpoint FILE|RUN --out STYLE [--name TEXT] [--description TEXT] [--author TEXT] [--licence TEXT]";

    private static readonly Dictionary<string, string> _graphs = new()
    {
        [GraphRole.Step] = GraphFiles.Step,
        [GraphRole.Pitch] = GraphFiles.Pitch,
        [GraphRole.Duration] = GraphFiles.Duration,
        [GraphRole.Velocity] = GraphFiles.Velocity,
    };

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--checkpoint", "--out", .. StyleCard.Options]);
        string checkpoint = arguments.Required("--checkpoint");
        if (Directory.Exists(checkpoint))
            checkpoint = Checkpoint.Best(checkpoint);
        Write(checkpoint, arguments.Required("--out"), StyleCard.Of(arguments), console);
    }

    /// <summary>Writes a style; what stood in the folder before stays when the graphs are refused.</summary>
    public static void Write(string checkpoint, string folder, StyleCard card, IAnsiConsole console)
    {
        var (header, module) = Checkpoint.ReadModel(checkpoint);
        using var _ = module;
        string unproved = Path.Combine(folder, "unproved");
        Directory.CreateDirectory(unproved);
        try
        {
            var model = (IMelodyModel)module;
            model.WriteGraphs(unproved);
            double worst;
            using (var onnx = new OnnxMelody(unproved, _graphs))
                worst = Parity.Check(model, onnx);
            foreach (string file in _graphs.Values)
                File.Move(Path.Combine(unproved, file), Path.Combine(folder, file), overwrite: true);
            StyleOf(header, folder, card.Or(header.Card)).Write(folder);
            console.WriteLine($"style written to {folder}; its graphs differ from the model by {worst:G2} at most");
        }
        finally
        {
            Directory.Delete(unproved, recursive: true);
        }
    }

    private static StyleFile StyleOf(CheckpointHeader header, string folder, StyleCard card)
    {
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var corpus = header.Corpus;
        return new()
        {
            Id = id,
            Name = card.Name ?? id,
            Description = card.Description,
            Author = card.Author,
            Licence = card.Licence,
            Kind = header.Kind,
            Graphs = _graphs,
            Vocabulary = StyleVocabulary.Current,
            Meters = corpus.Meters,
            PitchRange = new() { Lowest = corpus.LowestPitch, Highest = corpus.HighestPitch },
            Polyphony = 1,
            MeanVelocity = corpus.MeanVelocity,
            Controls = new() { Temperature = 1, TopP = 0.95 },
            Training = new()
            {
                Command = header.Command,
                Pieces = corpus.Pieces,
                Notes = corpus.Notes,
                Epochs = header.State.Epoch,
                Minutes = Math.Round(header.State.Minutes, 1),
                Seed = header.State.Seed,
                Losses = [.. header.State.Losses.Select(loss => new StyleEpoch { Epoch = loss.Epoch, Train = loss.Train, Valid = loss.Valid })],
            },
        };
    }
}
