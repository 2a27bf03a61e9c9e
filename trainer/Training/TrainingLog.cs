using System.Diagnostics;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Reports the progress of a run: appends to <c>train.log</c>, and prints to the console lines, a progress bar if the console is
/// interactive, or one JSON object per epoch (<c>--json</c>).
/// </summary>
internal sealed class TrainingLog : IDisposable
{
    // The share of a run between two printed lines: a little less than 1/30, because shares are sums of rounded numbers.
    private const double BetweenLines = (1.0 / 30) - 1e-9;

    private static readonly TimeSpan _leastBetweenLines = TimeSpan.FromSeconds(10);

    private readonly IAnsiConsole _console;
    private readonly bool _json;
    private readonly StreamWriter _file;
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private ProgressTask? _bar;
    private double _nextEpochAt;
    private double _nextLineAt;

    /// <summary>Opens <c>train.log</c> in a folder, which is created if missing.</summary>
    /// <exception cref="BadInputException">The folder is not writable.</exception>
    public TrainingLog(string folder, IAnsiConsole console, bool json = false)
    {
        (_console, _json) = (console, json);
        try
        {
            Directory.CreateDirectory(folder);
            _file = new(Path.Combine(folder, "train.log"), append: true) { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{folder}: not writable ({exception.Message.TrimEnd('.')}); give another --out.");
        }
    }

    /// <summary>Runs an action with a progress bar, if the console is interactive.</summary>
    public void WithProgressBar(Action run)
    {
        if (_json || !_console.Profile.Capabilities.Interactive)
        {
            run();
            return;
        }
        var progress = _console.Progress().AutoClear(true);
        progress.Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn()).Start(context =>
        {
            _bar = context.AddTask("starting");
            run();
        });
        _bar = null;
    }

    /// <summary>Logs a line and prints it.</summary>
    public void Write(string line)
    {
        if (!_json)
            _console.WriteLine(line);
        Append(line);
    }

    /// <summary>
    /// Logs the result of an epoch. With <c>--json</c> it is always printed; as a line at most about thirty times in a run.
    /// </summary>
    /// <param name="share">The share of the run that is done, 0 to 1.</param>
    /// <param name="line">The line.</param>
    /// <param name="json">The JSON object.</param>
    public void Epoch(double share, string line, JsonObject json)
    {
        Write(json);
        if (!_json && share >= _nextEpochAt)
        {
            Print(share, line);
            _nextEpochAt = share + BetweenLines;
        }
        Append($"{line}, {Tensor.TotalCount} tensors live");
    }

    /// <summary>Prints a JSON object, with <c>--json</c> only.</summary>
    public void Write(JsonObject json)
    {
        // Not by the console's own methods, which break lines at its width.
        if (_json)
            _console.Profile.Out.Writer.WriteLine(json.ToJsonString());
    }

    /// <summary>Shows the progress: at once in the bar, or as an occasional line.</summary>
    public void Progress(in RunProgress progress) => Progress(progress.Share, progress.ShortText, progress.ToString());

    /// <inheritdoc cref="Progress(in RunProgress)"/>
    /// <param name="share">The share of the run that is done, 0 to 1.</param>
    /// <param name="shortText">The text beside the bar, at most 60 characters.</param>
    /// <param name="text">The text of a line.</param>
    public void Progress(double share, string shortText, string text)
    {
        if (_bar is not null)
        {
            _bar.Value = 100 * share;
            _bar.Description = Markup.Escape(shortText);
        }
        else if (!_json && _sinceLine.Elapsed > _leastBetweenLines && share >= _nextLineAt)
            Print(share, $"  {text}");
    }

    public void Dispose() => _file.Dispose();

    private void Print(double share, string line)
    {
        _console.WriteLine(line);
        _nextLineAt = share + BetweenLines;
        _sinceLine.Restart();
    }

    private void Append(string line)
    {
        try
        {
            _file.WriteLine($"{DateTime.UtcNow:s}Z {line}");
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"train.log is not writable ({exception.Message.TrimEnd('.')}); free disk space and continue with --resume.", exception);
        }
    }
}
