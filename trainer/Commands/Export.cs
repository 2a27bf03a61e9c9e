using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>export</c>: a checkpoint becomes a style, once its graphs are proved equal to the model.</summary>
internal static class Export
{
    public const string Usage =
        $"""
        export --checkpoint FILE|RUN --out STYLE [--token SOURCE] [OPTION…]
                         export --from STYLE --token SOURCE [--data DATA] --out STYLE [OPTION…]
                         export --from STYLE --half --out STYLE [OPTION…]
          --checkpoint    a checkpoint, or the folder of a run, of which the best one is taken
          --from STYLE    a style that is there already
          --token SOURCE  plays this source, of a model that tells several apart (standard: the one set in training)
          --data DATA     takes range and meters from this data set, with --from and --token
          --half          stores weights in 16 bits
          --out STYLE     the folder to write
        {StyleCard.Usage}
          --json          prints what was written as JSON
        """;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--checkpoint", "--from", "--data", "--out", "--token", "--half", "--json", .. StyleCard.Options]);
        arguments.AllowNoPaths();
        string folder = arguments.Required("--out");
        bool json = arguments.Has("--json");
        var card = StyleCard.FromArguments(arguments);
        if (arguments.Has("--half") && (arguments.Optional("--token") ?? arguments.Optional("--checkpoint") ?? arguments.Optional("--data")) is not null)
            throw new BadInputException("export: --half goes with --from alone; export the style first, then halve it.");
        double difference = arguments.Has("--half") ? ExportHalf.Write(arguments.Required("--from"), folder, card)
            : arguments.Optional("--from") is { } from ? ExportToken.Write(from, folder, arguments.Required("--token"), card, arguments.Optional("--data"))
            : Write(CheckpointOf(arguments), folder, card, console: null, style: arguments.Optional("--token"));
        if (!json && arguments.Has("--half"))
            console.WriteLine($"style written to {folder}; its probabilities differ from those with weights of 32 bits by {difference:G2} at most");
        else if (!json)
            Say(console, folder, difference);
        else
            console.Profile.Out.Writer.WriteLine(new JsonObject { ["style"] = folder, ["largest_difference"] = difference }.ToJsonString());
    }

    private static string CheckpointOf(Arguments arguments)
    {
        if (arguments.Optional("--data") is not null)
            throw new BadInputException("export: --data goes with --from; a checkpoint knows the tunes that it was trained on.");
        string checkpoint = arguments.Required("--checkpoint");
        return Directory.Exists(checkpoint) ? Checkpoint.Best(checkpoint) : checkpoint;
    }

    /// <summary>Writes a style; what stood in the folder before stays when the graphs are refused.</summary>
    /// <param name="checkpoint">The checkpoint's file.</param>
    /// <param name="folder">The style's folder.</param>
    /// <param name="card">What it says about itself.</param>
    /// <param name="console">Where to say that it is written, or null.</param>
    /// <param name="finetuned">What fine-tuning brought, for style.json, or null.</param>
    /// <param name="style">Which of the styles that the model tells apart the graphs are to play; null for the one that the checkpoint says.</param>
    /// <returns>By how much the graphs differ from the model at most.</returns>
    public static double Write(string checkpoint, string folder, StyleCard card, IAnsiConsole? console, JsonObject? finetuned = null, string? style = null)
    {
        var (header, module) = Checkpoint.ReadModel(checkpoint, style);
        using var _ = module;
        double worst = StyleFolder.Replace(
            folder, StyleOf(header, folder, card.MergeWith(header.Card), finetuned), unproved => GraphProof.WriteAndCheck(module, header.Kind, unproved));
        Say(console, folder, worst);
        return worst;
    }

    private static void Say(IAnsiConsole? console, string folder, double worst) =>
        console?.WriteLine($"style written to {folder}; its graphs differ from the model by {worst:G2} at most");

    private static StyleEpoch EpochOf(EpochLoss loss) => new()
    {
        Epoch = loss.Epoch,
        Train = loss.Train,
        Valid = loss.Valid,
        Unknown = loss.Discriminator is { } discriminator
            ? new Dictionary<string, JsonElement> { ["discriminator"] = JsonSerializer.SerializeToElement(discriminator) }
            : null,
    };

    private static StyleFile StyleOf(CheckpointHeader header, string folder, StyleCard card, JsonObject? finetuned)
    {
        string id = StyleFolder.IdOf(folder);
        var corpus = header.Corpus;
        var more = new Dictionary<string, JsonElement> { [TrainConfig.StyleKey] = JsonSerializer.SerializeToElement(header.Config, TrainConfig.Json) };
        if (finetuned is not null)
            more["finetuned"] = JsonSerializer.SerializeToElement(finetuned);
        return new()
        {
            Id = id,
            Name = card.Name ?? id,
            Description = card.Description,
            Author = card.Author,
            Licence = card.Licence,
            Type = header.Kind,
            Graphs = StyleFolder.GraphsOf(header.Kind),
            WindowBars = header.Kind == ModelType.Vae ? header.Config.Bars : null,
            Vocabulary = StyleVocabulary.Current,
            Meters = corpus.Meters,
            PitchRange = new() { Lowest = corpus.LowestPitch, Highest = corpus.HighestPitch },
            Polyphony = corpus.Polyphony,
            MeanVelocity = corpus.MeanVelocity,
            Controls = card.Controls(null),
            Training = new()
            {
                Command = header.Command,
                Pieces = corpus.Pieces,
                Notes = corpus.Notes,
                Epochs = header.State.Epoch,
                Minutes = Math.Round(header.State.Minutes, 1),
                Seed = header.State.Seed,
                Unknown = more,
                Losses = [.. header.State.Losses.Select(loss => EpochOf(loss))],
            },
        };
    }
}
