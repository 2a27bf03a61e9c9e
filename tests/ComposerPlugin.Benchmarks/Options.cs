using System.Globalization;

namespace ComposerPlugin.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Bench">Which benchmark.</param>
/// <param name="Seconds">How long each live run lasts.</param>
/// <param name="Plugin">The bundle.</param>
internal sealed record Options(string Bench, int Seconds, string Plugin)
{
    public const string Usage = """
        Measures the published plugin. Exit code 0: within its targets. 1: not. 2: not understood.
          takeover   from the last note of a phrase to the first answering note, and from note to note
          ready      the share of answering notes that are ready in time, live, one and sixteen instances
          process    the time of a process call while the worker is at full load
          memory     what a further instance takes
          --seconds N    how long each live run lasts (30)
          --plugin PATH  the bundle (dist/ComposerPlugin.vst3)
        """;

    /// <exception cref="FormatException">The command line cannot be understood.</exception>
    public static Options Parse(string[] words)
    {
        var options = new Options(words.Length > 0 ? words[0] : throw new FormatException("Name a benchmark; --help lists them."), 30, "dist/ComposerPlugin.vst3");
        for (int i = 1; i < words.Length; i += 2)
        {
            string value = i + 1 < words.Length ? words[i + 1] : throw new FormatException($"{words[i]} needs a value.");
            options = words[i] switch
            {
                "--seconds" when int.TryParse(value, CultureInfo.InvariantCulture, out int seconds) && seconds > 0 => options with { Seconds = seconds },
                "--seconds" => throw new FormatException($"--seconds {value}: give a whole number above 0."),
                "--plugin" => options with { Plugin = value },
                _ => throw new FormatException($"{words[i]} is no option; --help lists them."),
            };
        }
        return options;
    }
}
