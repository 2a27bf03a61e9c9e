using System.Globalization;

namespace ComposerPlugin.Benchmarks;

/// <summary>The options of the command line.</summary>
/// <param name="Bench">The benchmark.</param>
/// <param name="Seconds">Length of each live run, in seconds.</param>
/// <param name="Plugin">The bundle.</param>
/// <param name="Style">The folder of the style; null for the plugin's default.</param>
/// <param name="Phrases">Number of phrases that each instance hears and answers.</param>
/// <param name="Minutes">Length of the song that is rendered, in minutes.</param>
/// <param name="Cycles">How many times the window is opened.</param>
internal sealed record BenchmarkOptions(string Bench, int Seconds, string Plugin, string? Style, int Phrases, int Minutes, int Cycles)
{
    private static readonly BenchmarkOptions _default = new("", 30, "dist/ComposerPlugin.vst3", null, 4, 120, 200);

    public const string Usage = """
        Measures the published plugin; surprise and drawing measure the worker and the window in this process. Exit code 0: within its
        targets. 1: not. 2: not understood.
          takeover   from the last note of a phrase to the first answering note, and from note to note
          ready      the share of answering notes that are ready in time, live, one and sixteen instances
          process    the time of a process call while the worker is at full load
          preview    what the preview tone takes of a block
          memory     what a further instance takes
          surprise   what the bits of notes cost the worker, with a closed and with an open window
          soak       whether memory stays flat and all notes end while hours of a song are rendered with all presets and modes
        Of the window, on the X display that DISPLAY names:
          drawing    a tick at rest, with a moving playhead, and with all of the window drawn
          idle       what an open window takes of a core and of memory
          opening    opens and closes it while two instances play and styles load
          display    plays until the display dies, and on
          --seconds N    how long each live run lasts, and each part of idle (30)
          --phrases N    how many phrases each instance hears and answers, in memory (4)
          --minutes N    how long the song is, in soak (120)
          --cycles N     how many times opening opens the window (200)
          --style FOLDER the style to play, in memory (the plugin's default) and surprise (presets/irish-scots-session)
          --plugin PATH  the bundle (dist/ComposerPlugin.vst3)
        """;

    /// <exception cref="FormatException">An option or value is invalid.</exception>
    public static BenchmarkOptions Parse(string[] words)
    {
        var options = _default with
        {
            Bench = words.Length > 0 ? words[0] : throw new FormatException("Name a benchmark; --help lists them."),
        };
        for (int i = 1; i < words.Length; i += 2)
        {
            string value = i + 1 < words.Length ? words[i + 1] : throw new FormatException($"{words[i]} needs a value.");
            options = words[i] switch
            {
                "--seconds" when IsNumber(value, out int seconds) => options with { Seconds = seconds },
                "--phrases" when IsNumber(value, out int phrases) => options with { Phrases = phrases },
                "--minutes" when IsNumber(value, out int minutes) => options with { Minutes = minutes },
                "--cycles" when IsNumber(value, out int cycles) => options with { Cycles = cycles },
                "--seconds" or "--phrases" or "--minutes" or "--cycles" =>
                    throw new FormatException($"{words[i]} {value}: give a whole number above 0."),
                "--style" when File.Exists(Path.Combine(value, "style.json")) => options with { Style = value },
                "--style" => throw new FormatException($"--style {value}: there is no style.json in that folder."),
                "--plugin" => options with { Plugin = value },
                _ => throw new FormatException($"{words[i]} is no option; --help lists them."),
            };
        }
        return options;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, CultureInfo.InvariantCulture, out number) && number > 0;
}
