using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Play;

/// <summary>Writes the notes of the output as lines of JSON, for comparison with another host.</summary>
internal static class EventLines
{
    /// <summary>Each line has the seconds since the run began, and MIDI bytes.</summary>
    /// <exception cref="FormatException">The file cannot be written.</exception>
    public static void Write(Recording recording, double sampleRate, string path)
    {
        var lines = new List<string>();
        foreach (var (time, _, e) in recording.Events)
        {
            if (Midi(e) is { } bytes)
                lines.Add(string.Create(
                    CultureInfo.InvariantCulture, $$"""{"second": {{time / sampleRate:0.000000}}, "bytes": "{{bytes}}"}"""));
        }
        try
        {
            File.WriteAllLines(path, lines);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path}: nothing can be written there ({exception.Message}) Choose another file with --events.",
                exception);
        }
        Console.WriteLine($"Written  {path}: {lines.Count} events");
    }

    private static string? Midi(in Event e) => e.Type switch
    {
        EventType.NoteOn => $"{0x90 | (int)e.NoteOn.Channel:x2} {e.NoteOn.Pitch:x2} {(int)MathF.Round(e.NoteOn.Velocity * 127):x2}",
        EventType.NoteOff => $"{0x80 | (int)e.NoteOff.Channel:x2} {e.NoteOff.Pitch:x2} 00",
        _ => null,
    };
}
