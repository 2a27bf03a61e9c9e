using System.Diagnostics;
using ComposerPlugin.Tests.Published;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// The published plugin's window in our own host, opened often and left by its display. The host is the benchmarks' program.
/// </summary>
public class OpeningTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private static string Program => Path.Combine(
        AppContext.BaseDirectory.Replace("ComposerPlugin.Tests", "ComposerPlugin.Benchmarks", StringComparison.Ordinal),
        "ComposerPlugin.Benchmarks.dll");

    [DisplayFact]
    public void It_is_opened_200_times_while_two_instances_play_and_styles_load()
    {
        using var display = Display.Start();
        using var host = Start(display, "opening", "--cycles", "200");
        AssertSucceeds(host, host.StandardOutput.ReadToEnd());
    }

    [DisplayFact]
    public void The_host_plays_on_when_the_display_dies()
    {
        Process host;
        string output;
        using (var display = Display.Start())
        {
            host = Start(display, "display");
            output = host.StandardOutput.ReadLine() ?? "";
        }
        using (host)
            AssertSucceeds(host, output + host.StandardOutput.ReadToEnd());
    }

    private static Process Start(Display display, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words, "--plugin", Bundle.Folder])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DISPLAY"] = display.Name },
        };
        return Process.Start(start)!;
    }

    private static void AssertSucceeds(Process host, string output)
    {
        string errors = host.StandardError.ReadToEnd();
        Assert.True(host.WaitForExit(_patience), "The host did not end.");
        Assert.True(host.ExitCode == 0, $"The host ended with {host.ExitCode}: {output}{errors}");
    }
}
