using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ComposerPlugin.Tests.Shared;

/// <summary>A program run under strace, which records the sockets it opens, the programs it starts and the files it writes.</summary>
internal sealed partial class TracedProcess
{
    private readonly string[] _calls;
    private readonly string _folder;

    private TracedProcess(int code, string output, string errors, string[] calls, string folder) =>
        (Code, Output, Errors, _calls, _folder) = (code, output, errors, calls, folder);

    public int Code { get; }

    /// <summary>What it printed to both outputs.</summary>
    public string Output { get; }

    /// <summary>What it printed to the error output.</summary>
    public string Errors { get; }

    /// <summary>Network calls: all socket calls except those between processes of this machine.</summary>
    public IEnumerable<string> Connections => _calls.Where(call => NetworkCall().IsMatch(call));

    /// <summary>The programs that were executed, itself first, without those that do not exist.</summary>
    public IEnumerable<string> Programs =>
        _calls.Where(call => ProgramCall().IsMatch(call)).Select(call => QuotedPath().Match(call).Groups["path"].Value);

    /// <summary>
    /// The calls that open for writing, create or rename a file or folder outside its folder, except devices and /proc.
    /// </summary>
    public IEnumerable<string> ForeignFiles =>
        from call in _calls
        where WritingCall().IsMatch(call)
        // With two paths (rename, link) the last is the new one.
        let path = QuotedPath().Matches(call)[^1].Groups["path"].Value
        where !path.StartsWith(_folder, StringComparison.Ordinal) && !IsDevice(path) && !path.StartsWith("/proc/", StringComparison.Ordinal)
        select call;

    /// <summary>Whether it opened a file of this name.</summary>
    public bool Opened(string name) => _calls.Any(call => call.Contains($"/{name}\"", StringComparison.Ordinal));

    /// <summary>Runs a .NET program whose home, working and temporary folder are all below one folder.</summary>
    /// <param name="folder">The folder; the program's home is <c>home</c> in it.</param>
    /// <param name="program">The program's assembly.</param>
    /// <param name="args">Its command line.</param>
    public static TracedProcess Run(string folder, string program, params string[] args) => Run(folder, [], program, args);

    /// <param name="environment">Environment variables that differ; null removes one.</param>
    /// <inheritdoc cref="Run(string, string, string[])"/>
    public static TracedProcess Run(
        string folder, IReadOnlyList<(string Name, string? Value)> environment, string program, params string[] args)
    {
        string log = Path.Combine(folder, "calls.strace"), home = Path.Combine(folder, "home");
        Directory.CreateDirectory(home);
        var start = new ProcessStartInfo(
            "strace", ["-f", "-z", "-qq", "-s", "4096", "-e", "trace=%network,%file", "-o", log, "dotnet", program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // Turns off the runtime's sockets and pipes for debuggers.
        foreach (var (name, value) in (KeyValuePair<string, string>[])[new("HOME", home), new("TMPDIR", folder),
            new("DOTNET_EnableDiagnostics", "0")])
            start.Environment[name] = value;
        foreach (string name in (string[])["ORT_DISABLE_TELEMETRY", "CI", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"])
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output + errors.Result, errors.Result, File.ReadAllLines(log), folder);
    }

    // Shared memory is a persistent file.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:socket\(AF_(?!UNIX|LOCAL)|connect\(.*sa_family=AF_(?!UNIX|LOCAL)|sendto\(.*sa_family=AF_(?!UNIX|LOCAL))")]
    private static partial Regex NetworkCall();

    [GeneratedRegex(@"\b(?:open(?:at)?\(.*O_(?:WRONLY|RDWR|CREAT)|creat\(|mkdir(?:at)?\(|"
        + @"rename(?:at2?)?\(|(?:sym)?link(?:at)?\(|mknod(?:at)?\()")]
    private static partial Regex WritingCall();

    [GeneratedRegex(@"\bexecve(?:at)?\(")]
    private static partial Regex ProgramCall();

    [GeneratedRegex("\"(?<path>[^\"]*)\"")]
    private static partial Regex QuotedPath();
}
