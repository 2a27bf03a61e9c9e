using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ComposerPlugin.Tests.Published;

/// <summary>A host on JUCE (tests/hosts/vst3run), run as a process on the published bundle.</summary>
internal static class JuceHost
{
    private const int MostSeconds = 120;

    public static readonly string Program = Repository.File("artifacts/vst3run/vst3run");

    /// <summary>The reason to skip its tests; null if the host is built.</summary>
    public static string? Missing =>
        File.Exists(Program) ? null : "The JUCE host is not built: run ./test.sh, which does, or tests/hosts/vst3run/build.sh.";

    /// <summary>Plays a demo phrase for a number of seconds and returns the notes of the output.</summary>
    public static IReadOnlyList<NoteEvent> Play(string phrase, double seconds, params string[] options) =>
        PlayFile(Repository.File($"presets/phrases/{phrase}"), seconds, options);

    /// <summary>Plays a MIDI file for a number of seconds and returns the notes of the output.</summary>
    public static IReadOnlyList<NoteEvent> PlayFile(string midi, double seconds, params string[] options)
    {
        string recorded = Path.GetTempFileName();
        try
        {
            Run(["--midi", midi, "--seconds", seconds.ToString(CultureInfo.InvariantCulture), "--out", recorded, .. options]);
            return Read(recorded);
        }
        finally
        {
            File.Delete(recorded);
        }
    }

    /// <summary>The notes of a recorded output.</summary>
    public static IReadOnlyList<NoteEvent> Read(string recorded) => [.. File.ReadLines(recorded).Select(ReadLine)];

    /// <summary>Runs the host with these options and returns the lines that it printed.</summary>
    public static IReadOnlyList<string> Run(params string[] options)
    {
        var start = new ProcessStartInfo(Program, [Bundle.Folder, .. options])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Without a display JUCE opens no connection to one.
        start.Environment.Remove("DISPLAY");
        using var host = Process.Start(start)!;
        var output = host.StandardOutput.ReadToEndAsync();
        var errors = host.StandardError.ReadToEndAsync();
        if (!host.WaitForExit(TimeSpan.FromSeconds(MostSeconds)))
        {
            host.Kill();
            Assert.Fail($"vst3run {string.Join(' ', options)} did not end within {MostSeconds} s.");
        }
        Assert.True(host.ExitCode == 0, $"vst3run {string.Join(' ', options)} ended with {host.ExitCode}: {errors.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static NoteEvent ReadLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        byte[] midi = Convert.FromHexString(json.RootElement.GetProperty("bytes").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        bool isOn = (midi[0] & 0xF0) == 0x90 && midi[2] > 0;
        Assert.True(isOn || (midi[0] & 0xE0) == 0x80, $"A phrase of notes gave something else: {line}");
        return new(json.RootElement.GetProperty("sample").GetInt64(), isOn, midi[0] & 0x0F, midi[1], isOn ? midi[2] : 0);
    }
}
