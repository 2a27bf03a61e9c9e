using System.Diagnostics;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Says how a run goes: at the end of <c>train.log</c>, and on the console as lines, with a bar where somebody watches, or as one JSON
/// object per epoch.
/// </summary>
internal sealed class TrainingLog : IDisposable
{
    // The share of a run after which there may be another line: a little less than a thirtieth, for shares are sums of rounded ones.
    private const double BetweenLines = (1.0 / 30) - 1e-9;

    private static readonly TimeSpan _leastBetweenLines = TimeSpan.FromSeconds(10);

    private readonly IAnsiConsole _console;
    private readonly bool _json;
    private readonly StreamWriter _file;
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private ProgressTask? _bar;
    private double _nextEpochAt;
    private double _nextLineAt;

    /// <exception cref="BadInputException">The folder cannot be written to.</exception>
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
            throw new BadInputException($"{folder}: nothing can be written there ({exception.Message.TrimEnd('.')}); give another --out.");
        }
    }

    /// <summary>Runs with a progress bar, if the console is one that somebody watches.</summary>
    public void WithProgressBar(Action run)
    {
        if (_json || !_console.Profile.Capabilities.Interactive)
        {
            run();
            return;
        }
        _console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn()).Start(progress =>
        {
            _bar = progress.AddTask("begins");
            run();
        });
        _bar = null;
    }

    /// <summary>A line worth keeping.</summary>
    public void Write(string line)
    {
        if (!_json)
            _console.WriteLine(line);
        Append(line);
    }

    /// <summary>How an epoch ended: always kept and told to machines; as a line some thirty times in a run at most.</summary>
    /// <param name="share">How much of the run is over, 0 to 1.</param>
    /// <param name="line">The epoch in words.</param>
    /// <param name="json">The same for machines.</param>
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

    /// <summary>What is for machines alone.</summary>
    public void Write(JsonObject json)
    {
        // Past the console's own writing, which breaks lines at its edge.
        if (_json)
            _console.Profile.Out.Writer.WriteLine(json.ToJsonString());
    }

    /// <summary>How far the run is; told at once where there is a bar, now and then where there are lines.</summary>
    public void Progress(in RunProgress progress) => Progress(progress.Share, progress.ShortText, progress.ToString());

    /// <summary>How far a run is.</summary>
    /// <param name="share">How much of it is over, 0 to 1.</param>
    /// <param name="besideBar">The rest in few words, 60 characters at most.</param>
    /// <param name="told">The rest, in words.</param>
    public void Progress(double share, string besideBar, string told)
    {
        if (_bar is not null)
        {
            _bar.Value = 100 * share;
            _bar.Description = Markup.Escape(besideBar);
        }
        else if (!_json && _sinceLine.Elapsed > _leastBetweenLines && share >= _nextLineAt)
            Print(share, $"  {told}");
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
            throw new IOException($"train.log cannot be written ({exception.Message.TrimEnd('.')}); make room, and go on with --resume.", exception);
        }
    }
}
