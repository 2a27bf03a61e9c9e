using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// The command <c>average</c>: measures the mean of the probabilities of several runs, of several transpositions, or both.
/// </summary>
internal sealed class Average(IAnsiConsole console) : Command<AverageSettings>
{
    public override int Execute(CommandContext context, AverageSettings settings, CancellationToken cancellationToken)
    {
        settings.CheckPart();
        set_num_threads(1);
        var metrics = FrameMetrics.Of(settings.Runs, FrameSet.Read(settings.Data), settings.Part, settings.Transpositions.Count);
        FrameMetrics.Print(metrics, console, settings.Json);
        return ExitCode.Done;
    }
}
