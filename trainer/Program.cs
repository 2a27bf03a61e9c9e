using ComposerPlugin.Inference;
using ComposerPlugin.Trainer.Commands;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;

// A log file has no edge at which lines must break.
const int FileWidth = 1000;

OnnxRuntimeTelemetry.SwitchOff();
NativeHeap.Tune();

var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
    console.Profile.Width = FileWidth;
var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
if (Console.IsErrorRedirected)
    errors.Profile.Width = FileWidth;
return Verbs.Run(args, console, errors);
