using System.ComponentModel;
using System.Diagnostics;

namespace ComposerPlugin.Play;

/// <summary>FluidSynth, which plays a MIDI file with a sound font: a piano instead of the preview tone, if it is installed.</summary>
internal static class FluidSynth
{
    private const int MostSeconds = 60;

    // Where distributions keep sound fonts.
    private static readonly string[] _folders =
        ["/usr/share/sounds/sf2", "/usr/share/soundfonts", "/usr/share/sounds/sf3", "/usr/local/share/soundfonts"];

    /// <summary>Renders a MIDI file; false if FluidSynth or a sound font is missing, or it fails.</summary>
    public static bool TryRender(string midi, string path)
    {
        string? font = _folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            .FirstOrDefault(file => Path.GetExtension(file) is ".sf2" or ".sf3");
        if (font is null)
            return false;
        try
        {
            string[] options = ["-ni", "-g", "0.8", "-r", "44100", "-F", path, font, midi];
            using var process = Process.Start(new ProcessStartInfo("fluidsynth", options)
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(MostSeconds)))
            {
                process.Kill();
                return false;
            }
            return process.ExitCode == 0 && File.Exists(path);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
