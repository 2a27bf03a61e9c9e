using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The command <c>train</c>: trains a model on the benchmark's training pieces and measures it in nats per frame.</summary>
internal sealed class Train(IAnsiConsole console) : Command<TrainSettings>
{
    private const double DefaultMinutes = 3;
    private const int DefaultSeed = 1;

    public override int Execute(CommandContext context, TrainSettings settings, CancellationToken cancellationToken)
    {
        settings.CheckPart();
        set_num_threads(1);
        string command = CommandText.Format(context.Arguments);
        string folder = settings.Out ?? Directory.CreateTempSubdirectory("composer-frames-").FullName;
        try
        {
            FrameMetrics.Print(Measure(settings, folder, command), console, settings.Json);
        }
        finally
        {
            if (settings.Out is null)
                Directory.Delete(folder, recursive: true);
        }
        return ExitCode.Done;
    }

    private JsonObject Measure(TrainSettings settings, string folder, string command)
    {
        var header = settings.Resume ? Resumed(settings, folder) : Begun(settings, folder);
        var data = FrameSet.Read(settings.Data);
        if (settings.Resume && header.Data != data.Name)
        {
            throw new BadInputException(
                $"{folder}: the run there trains on {header.Data}; resume it with that file, or give another --out.");
        }
        using (var log = new TrainingLog(folder, console, settings.Json))
        {
            log.Write(command);
            using var signals = new StopSignals();
            using var run = new FrameRun(folder, header with { Data = data.Name }, data, log, settings.Resume);
            run.Run(signals.Token);
        }
        var metrics = FrameMetrics.Of([folder], data, settings.Part, 0);
        AtomicFile.WriteText(Path.Combine(folder, "frames.json"), FrameMetrics.Text(metrics));
        return metrics;
    }

    private static FrameCheckpointHeader Begun(TrainSettings settings, string folder)
    {
        if (File.Exists(FrameCheckpoint.Last(folder)))
            throw new BadInputException($"{folder}: a run was begun here; add --resume to resume it, or give another --out.");
        var config = FrameConfig.Read(settings.Config, settings.Inputs);
        config = config with
        {
            Model = settings.Model ?? config.Model,
            Inputs = settings.Inputs ?? config.Inputs,
            Output = settings.Output ?? config.Output,
        };
        var state = new FrameRunState { Seed = settings.Seed?.Count ?? DefaultSeed };
        return new("", config.Checked(), settings.Schedule ?? new(DefaultMinutes, null), state);
    }

    private static FrameCheckpointHeader Resumed(TrainSettings settings, string folder)
    {
        string last = FrameCheckpoint.Last(folder);
        if (!File.Exists(last))
            throw new BadInputException($"{folder}: there is no run to resume here; remove --resume to begin one.");
        if ((settings.Config ?? settings.Seed?.Text ?? settings.Model ?? settings.Inputs ?? settings.Output) is not null)
        {
            throw new BadInputException(
                "train: a resumed run keeps its settings; remove --config, --seed, --model, --inputs and --output.");
        }
        var header = FrameCheckpoint.ReadHeader(last);
        return header with { Schedule = settings.Schedule ?? header.Schedule };
    }
}
