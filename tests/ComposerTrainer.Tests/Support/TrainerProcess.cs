using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>The trainer in its own process, which tests can kill.</summary>
internal sealed class TrainerProcess : IDisposable
{
    /// <summary>The exit code of a process that signal 9 has ended.</summary>
    public const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly Task<string> _errors;

    public TrainerProcess(params string[] args)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "composer-trainer.dll");
        // A shell starts background processes with SIGINT ignored, and their children inherit that; env resets it.
        _process = Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The next line of <c>--json</c>; null at the end.</summary>
    public JsonNode? Next() => _process.StandardOutput.ReadLine() is { } line ? JsonNode.Parse(line) : null;

    /// <summary>Ends the process with SIGKILL.</summary>
    /// <returns>The exit code: <see cref="Killed"/> unless the process had ended before.</returns>
    public int Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits until the process ends.</summary>
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
