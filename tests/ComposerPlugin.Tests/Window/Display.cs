using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace ComposerPlugin.Tests.Window;

/// <summary>A screen without a monitor (Xvfb), for one test: what has the focus on it depends on nothing that ran before.</summary>
internal sealed class Display : IDisposable
{
    private readonly Process _server;
    private readonly string _folder;

    private Display(Process server, string name, string folder) => (_server, Name, _folder) = (server, name, folder);

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
        string folder = Directory.CreateTempSubdirectory("composer-screen-").FullName;
        string options = $"-displayfd 1 -noreset -nolisten tcp -screen 0 2400x1500x24 -fbdir {folder}";
        var server = Process.Start(new ProcessStartInfo("Xvfb", options)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _ = server.StandardError.ReadToEndAsync();
        string number = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xvfb did not start.");
        return new(server, $":{number}", folder);
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

    /// <summary>A part of the screen as a PNG file.</summary>
    public byte[] Grab(SKRectI part) => ScreenFile.ToPng(Path.Combine(_folder, "Xvfb_screen0"), part);

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
