using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Frames;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>frames</c>: the benchmark of the field, nats per frame of polyphonic music.</summary>
internal static class FrameLikelihood
{
    public static string Usage =>
        $"""
        frames --data FILE [OPTION…]
                         frames --data FILE --average RUN… [--transpositions N] [--part valid|test] [--json]
          --data FILE     piano rolls: gzip of JSON, or the beginning of such a file's name
          --model         lstm or gru (standard gru)
          --inputs        plain or matched (standard matched)
          --output        independent or autoregressive (standard independent)
          --config FILE   settings as JSON; trainer/README.md lists them
          --minutes N     how long to train (standard {StandardMinutes}, unless --steps is given)
          --steps N       how many steps to train
          --seed N        the same seed gives the same steps (standard {StandardSeed})
          --out RUN       the folder for checkpoints and figures (standard: kept nowhere)
          --resume        goes on with the run in --out
          --part          valid tells no figure of test, for choosing settings (standard test)
          --average RUN…  trains nothing: measures the mean of these runs' probabilities
          --transpositions N  with --average: reads each piece in all keys up to N semitones up and down too (standard 0)
          --json          prints the figures as JSON
        """;

    private const double StandardMinutes = 3;
    private const int StandardSeed = 1;
    private const int MostTranspositions = 6;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        string part = arguments.Optional("--part") ?? "test";
        if (part is not ("valid" or "test"))
            throw new BadInputException($"frames: --part {part} is neither valid nor test; valid tells no figure of test, for choosing settings.");
        set_num_threads(1);
        var figures = arguments.Optional("--average") is { } first
            ? Average(arguments, [first, .. arguments.Paths], part)
            : Trained(arguments, part, console);
        if (arguments.Has("--json"))
            console.Profile.Out.Writer.WriteLine(figures.ToJsonString(_json));    // the console's own writing breaks lines at its edge
        else
            Tell(figures, console);
    }

    private static JsonObject Trained(Arguments arguments, string part, IAnsiConsole console)
    {
        arguments.Allow("--data", "--average", "--model", "--inputs", "--output", "--config", "--minutes", "--steps", "--seed", "--out", "--resume", "--part", "--json");
        arguments.AllowNoPaths();
        arguments.Required("--data");
        if (arguments.Optional("--out") is { } folder)
            return Trained(arguments, folder, part, console);
        folder = Directory.CreateTempSubdirectory("composer-frames-").FullName;
        try
        {
            return Trained(arguments, folder, part, console);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonObject Trained(Arguments arguments, string folder, string part, IAnsiConsole console)
    {
        bool resume = arguments.Has("--resume");
        var header = resume ? Resumed(arguments, folder) : Begun(arguments, folder);
        var data = FrameSet.Read(arguments.Required("--data"));
        if (resume && header.Data != data.Name)
            throw new BadInputException($"{folder}: the run there learns from {header.Data}; resume it with that file, or give another --out.");
        using (var log = new TrainingLog(folder, console, arguments.Has("--json")))
        {
            log.Write(arguments.Line);
            using var signals = new StopSignals();
            using var run = new FrameRun(folder, header with { Data = data.Name }, data, log, resume);
            run.Go(signals.Token);
        }
        var figures = FrameMetrics.Of([folder], data, part, 0);
        AtomicFile.WriteText(Path.Combine(folder, "frames.json"), figures.ToJsonString(_json));
        return figures;
    }

    private static JsonObject Average(Arguments arguments, string[] folders, string part)
    {
        arguments.Allow("--data", "--average", "--transpositions", "--part", "--json");
        int transpositions = arguments.Count("--transpositions", 0, MostTranspositions) ?? 0;
        return FrameMetrics.Of(folders, FrameSet.Read(arguments.Required("--data")), part, transpositions);
    }

    private static FrameCheckpointHeader Begun(Arguments arguments, string folder)
    {
        if (File.Exists(FrameCheckpoint.Last(folder)))
            throw new BadInputException($"{folder}: a run was begun here; add --resume to go on with it, or give another --out.");
        var config = FrameConfig.Read(arguments.Optional("--config"), arguments.Optional("--inputs"));
        config = config with
        {
            Model = arguments.Optional("--model") ?? config.Model,
            Inputs = arguments.Optional("--inputs") ?? config.Inputs,
            Output = arguments.Optional("--output") ?? config.Output,
        };
        return new("", config.Checked(), Length(arguments) ?? new(StandardMinutes, null), new() { Seed = arguments.Count("--seed", 0, int.MaxValue) ?? StandardSeed });
    }

    private static FrameCheckpointHeader Resumed(Arguments arguments, string folder)
    {
        string last = FrameCheckpoint.Last(folder);
        if (!File.Exists(last))
            throw new BadInputException($"{folder}: there is no run to resume here; leave --resume away to begin one.");
        foreach (string option in (string[])["--config", "--seed", "--model", "--inputs", "--output"])
        {
            if (arguments.Optional(option) is not null)
                throw new BadInputException($"frames: a resumed run keeps its settings; leave {option} away.");
        }
        var header = FrameCheckpoint.ReadHeader(last);
        return header with { Schedule = Length(arguments) ?? header.Schedule };
    }

    private static Schedule? Length(Arguments arguments)
    {
        double? minutes = arguments.Number("--minutes", 0.001, 100_000);
        int? steps = arguments.Count("--steps", 1, int.MaxValue);
        return minutes is null && steps is null ? null : new(minutes, steps);
    }

    private static void Tell(JsonObject figures, IAnsiConsole console)
    {
        foreach (var (name, figure) in figures)
            console.WriteLine($"{name,-24} {figure}");
    }
}
