using Spectre.Console;

namespace ComposerPlugin.Trainer.Training;

/// <summary>Says how a run goes, on the console and at the end of <c>train.log</c>.</summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly IAnsiConsole _console;
    private readonly StreamWriter _file;

    public TrainingLog(string folder, IAnsiConsole console)
    {
        Directory.CreateDirectory(folder);
        _console = console;
        _file = new(Path.Combine(folder, "train.log"), append: true) { AutoFlush = true };
    }

    /// <summary>A line worth keeping.</summary>
    public void Write(string line)
    {
        _console.WriteLine(line);
        _file.WriteLine($"{DateTime.UtcNow:s}Z {line}");
    }

    /// <summary>A line that the next one makes old.</summary>
    public void Progress(string line) => _console.WriteLine($"  {line}");

    public void Dispose() => _file.Dispose();
}
