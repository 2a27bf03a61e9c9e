using System.ComponentModel;
using System.Diagnostics;

namespace ComposerPlugin.Editor.Tests;

/// <summary>An X server without a screen (Xvfb), for the tests of a class. Without Xvfb they are skipped.</summary>
public sealed class XServer : IDisposable
{
    private readonly Process? _process;

    public XServer()
    {
        // It writes its display number to file 1. Without -noreset it would restart after each last client.
        var start = new ProcessStartInfo("Xvfb")
        {
            ArgumentList = { "-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", "1200x800x24" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            _process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            return;
        }
        _process!.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Number = _process.StandardOutput.ReadLine();
    }

    /// <summary>The display; skips the test if there is none.</summary>
    public string Display
    {
        get
        {
            Assert.SkipWhen(_process is null, "Xvfb is not installed.");
            Assert.False(string.IsNullOrEmpty(Number), "Xvfb did not start.");
            return $":{Number}";
        }
    }

    private string? Number { get; }

    /// <summary>Ends the server, as when the user logs out.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process?.Dispose();
    }
}
