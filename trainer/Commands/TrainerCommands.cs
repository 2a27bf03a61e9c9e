using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The commands of <c>composer-trainer</c>.</summary>
internal static class TrainerCommands
{
    public static readonly CommandProgram Program = new CommandProgram("composer-trainer")
        .Add<Prepare, PrepareSettings>("prepare", "Turn MIDI files into a data set.", "prepare tunes.zip --out data")
        .Add<Train, TrainSettings>(
            "train", "Train a model on data sets and write it as a style.", "train --data data --out my-style --minutes 25")
        .Add<Export, ExportSettings>(
            "export",
            "Write a checkpoint as a style, or derive a style from another.",
            "export --checkpoint my-style --out copy",
            "export --from base --token hymn --data hymns --out hymn",
            "export --from my-style --half --out my-style-half")
        .Add<Finetune, FinetuneSettings>(
            "finetune", "Adapt a style to your own tunes.", "finetune --from irish-scots-session --data mine --out my-session")
        .Add<Ensemble, EnsembleSettings>(
            "ensemble", "Make one style that averages the probabilities of several.", "ensemble one two --out both")
        .Add<Plan, PlanSettings>(
            "plan", "Count the form of tunes and write it into a style.", "plan my-style --data data")
        .Add<Evaluate, EvaluateSettings>(
            "evaluate", "Measure a style on the test tunes of a data set.", "evaluate my-style --data data")
        .Add<Blind, BlindSettings>(
            "blind", "Write pairs of continuations to judge without knowing whose they are.", "blind my-style --data data --out pairs")
        .Add<Unblind, UnblindSettings>("unblind", "Count the verdicts on such pairs.", "unblind pairs")
        .Add<Card, CardSettings>("card", "Print the metrics of styles as Markdown tables.", "card my-style", "card one two --json")
        .Add<Generate, GenerateSettings>("generate", "Play a style without a prompt and write MIDI files.", "generate my-style -o tune.mid")
        .Add<Continue, ContinueSettings>(
            "continue", "Continue a MIDI file with a style, as the plugin would.", "continue my-style phrase.mid -o answer.mid")
        .Add<Interpolate, InterpolateSettings>(
            "interpolate", "Morph from one phrase to another with a vae style.", "interpolate my-vae one.mid two.mid -o between.mid")
        .Add<Recipe, RecipeSettings>(
            "recipe", "Rebuild a preset, from the corpora to the metrics.", "recipe hymn-light --corpora corpora --work work");
}
