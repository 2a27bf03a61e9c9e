using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComposerPlugin.Tests.Published;
using SkiaSharp;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// The JUCE host with the plugin's window on a screen, playing a phrase in real time. Places are those of the window's own widgets: the
/// same layout is made here, without a system's window.
/// </summary>
internal sealed partial class WindowHost : IDisposable
{
    private readonly Process _host;
    private readonly string _edits = Path.GetTempFileName();
    private readonly string _data = Directory.CreateTempSubdirectory("composer-window-").FullName;
    private readonly int _left, _top;

    private WindowHost(string settings, Display display, string phrase, double seconds, string[] options)
    {
        Display = display;
        Directory.CreateDirectory(Path.Combine(_data, "ComposerPlugin"));
        File.WriteAllText(Path.Combine(_data, "ComposerPlugin", "window.json"), settings);
        string time = seconds.ToString(CultureInfo.InvariantCulture);
        string[] play =
        [
            Bundle.Folder, "--midi", Repository.File($"presets/phrases/{phrase}"), "--realtime", "--seconds", time, "--editor", time,
            "--edits", _edits, .. options,
        ];
        var start = new ProcessStartInfo(JuceHost.Program, play)
        {
            RedirectStandardError = true, Environment = { ["DISPLAY"] = display.Name, ["XDG_DATA_HOME"] = _data },
        };
        _host = Process.Start(start)!;
        string line = _host.StandardError.ReadLine() ?? "";
        var place = EditorPlace().Match(line);
        if (!place.Success)
            Assert.Fail($"The host shows no window: {line}{_host.StandardError.ReadToEnd()}");
        Size = new(Number(1), Number(2));
        (_left, _top) = (Number(3), Number(4));
        _ = _host.StandardError.ReadToEndAsync();

        int Number(int group) => int.Parse(place.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The screen.</summary>
    public Display Display { get; }

    /// <summary>The size of the window, in pixels.</summary>
    public SKSizeI Size { get; }

    /// <summary>The musician's folder of the plugin in this host.</summary>
    public string UserFolder => Path.Combine(_data, "ComposerPlugin");

    /// <summary>What the window told the host so far: "begin Density", "set Density", "end Density", "key spacebar".</summary>
    public IReadOnlyList<string> Edits => [.. File.ReadLines(_edits).Select(Read)];

    /// <summary>Opens the plugin's window on a screen. It is not the first run: its card would cover the window.</summary>
    public static WindowHost Open(Display display, string phrase, double seconds, params string[] options) =>
        new("""{"seen-first-run": true}""", display, phrase, seconds, options);

    /// <summary>Opens the plugin's window as a musician has set it.</summary>
    /// <param name="settings">The content of window.json.</param>
    /// <param name="display">The screen.</param>
    /// <param name="phrase">What is played.</param>
    /// <param name="seconds">How long.</param>
    public static WindowHost OpenAs(string settings, Display display, string phrase, double seconds) =>
        new(settings, display, phrase, seconds, []);

    /// <summary>Waits until the host has ended by itself: then its recording is written.</summary>
    public void AwaitEnd() => Assert.True(_host.WaitForExit(TimeSpan.FromMinutes(3)), "The host did not end.");

    /// <summary>Where a point of the window is on the screen.</summary>
    public (int X, int Y) At(SKPoint point) => (_left + (int)point.X, _top + (int)point.Y);

    /// <summary>Waits until something is so: the host's window lives at its own time.</summary>
    public static void Await(Func<bool> isSo, string what) => Repeat(() => { }, isSo, what);

    /// <summary>Does something until something is so: at first the window may not be there to hear of it.</summary>
    public static void Repeat(Action act, Func<bool> isSo, string what)
    {
        long until = Stopwatch.GetTimestamp() + (60 * Stopwatch.Frequency);
        while (!isSo())
        {
            act();
            Assert.True(Stopwatch.GetTimestamp() < until, $"It did not happen within a minute: {what}.");
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        if (!_host.HasExited)
            _host.Kill();
        _host.WaitForExit();
        _host.Dispose();
        File.Delete(_edits);
        Directory.Delete(_data, recursive: true);
    }

    private static string Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var first = json.RootElement.EnumerateObject().First();
        return $"{first.Name} {first.Value}";
    }

    [GeneratedRegex(@"editor: (\d+) x (\d+) at (-?\d+), (-?\d+)")]
    private static partial Regex EditorPlace();
}
