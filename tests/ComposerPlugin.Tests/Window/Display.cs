using System.Diagnostics;
using System.Globalization;

namespace ComposerPlugin.Tests.Window;

/// <summary>A screen without a monitor (Xvfb), for one test: what has the focus on it depends on nothing that ran before.</summary>
internal sealed class Display : IDisposable
{
    private readonly Process _server;

    private Display(Process server, string name) => (_server, Name) = (server, name);

    /// <summary>The reason to skip tests that need one; null if it can be started.</summary>
    public static string? Missing =>
        File.Exists("/usr/bin/Xvfb") && File.Exists("/usr/bin/xdotool")
            ? null
            : "Xvfb or xdotool is not installed: run ./test.sh, which does.";

    /// <summary>Its name, as ":1".</summary>
    public string Name { get; }

    /// <summary>Starts one.</summary>
    public static Display Start()
    {
        // The server chooses a free number and writes it to the file descriptor.
        var server = Process.Start(new ProcessStartInfo("Xvfb", "-displayfd 1 -noreset -nolisten tcp -screen 0 2400x1500x24")
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _ = server.StandardError.ReadToEndAsync();
        string number = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xvfb did not start.");
        return new(server, $":{number}");
    }

    /// <summary>Runs xdotool on it and returns what it prints.</summary>
    public string Do(FormattableString command)
    {
        string arguments = command.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("xdotool", arguments) { RedirectStandardOutput = true, Environment = { ["DISPLAY"] = Name } };
        using var tool = Process.Start(start)!;
        string output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        Assert.True(tool.ExitCode == 0, $"xdotool {arguments} ended with {tool.ExitCode}.");
        return output;
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}
