using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>Writes a checkpoint as a style, once its graphs match the model.</summary>
internal static class CheckpointExport
{
    /// <summary>Writes the style. If the graphs fail the parity check, the folder is left unchanged.</summary>
    /// <param name="checkpoint">The checkpoint's file.</param>
    /// <param name="folder">The style's folder.</param>
    /// <param name="card">The style's description and controls.</param>
    /// <param name="console">Where to report success, or null.</param>
    /// <param name="finetuned">The metrics of fine-tuning for style.json, or null.</param>
    /// <param name="token">The source that the graphs play, of a model trained on several; null for the checkpoint's.</param>
    /// <returns>The largest difference between the graphs' probabilities and the model's.</returns>
    /// <exception cref="BadInputException">The checkpoint cannot be read, or has no such source.</exception>
    public static double Write(
        string checkpoint, string folder, StyleCard card, IAnsiConsole? console, JsonObject? finetuned = null, string? token = null)
    {
        var (header, module) = Checkpoint.ReadModel(checkpoint, token);
        using var _ = module;
        double worst = StyleFolder.Replace(
            folder,
            StyleOf(header, folder, card.MergeWith(header.Card), finetuned),
            unproved => GraphProof.WriteAndCheck(module, header.Kind, unproved));
        console?.WriteLine(Report(folder, worst));
        return worst;
    }

    /// <summary>The line that reports success.</summary>
    public static string Report(string folder, double worst) =>
        $"style written to {folder}; its graphs differ from the model by at most {worst:G2}";

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
        var more = new Dictionary<string, JsonElement>
        {
            [TrainConfig.StyleKey] = JsonSerializer.SerializeToElement(header.Config, TrainConfig.Json),
        };
        if (finetuned is not null)
            more["finetuned"] = JsonSerializer.SerializeToElement(finetuned);
        return new()
        {
            Format = header.Config.Form ? StyleFile.CurrentFormat : StyleFile.FirstFormat,
            Form = header.Config.Form ? StyleForm.Current : null,
            Plan = corpus.Plan,
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
