using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>The trainer as a process of its own, which can be killed.</summary>
internal sealed class TrainerProcess : IDisposable
{
    /// <summary>The exit code of a process that signal 9 has ended.</summary>
    public const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly Task<string> _errors;

    public TrainerProcess(params string[] args)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "composer-trainer.dll");
        // A shell starts what runs in the background deaf to Ctrl-C, and its children with it.
        _process = Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The next line of <c>--json</c>; null at the end.</summary>
    public JsonNode? Next() => _process.StandardOutput.ReadLine() is { } line ? JsonNode.Parse(line) : null;

    /// <summary>Ends it as kill -9 does.</summary>
    /// <returns>The exit code: <see cref="Killed"/> unless it had ended before.</returns>
    public int Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits until it has ended.</summary>
    public (int Code, string Errors) End()
    {
        _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, _errors.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
