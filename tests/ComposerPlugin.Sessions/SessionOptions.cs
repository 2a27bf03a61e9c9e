using System.Globalization;

namespace ComposerPlugin.Sessions;

/// <summary>The options of the command line.</summary>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Seed">The first session's seed; each further one has the next.</param>
/// <param name="Plugin">The bundle.</param>
/// <param name="Hostile">Number of sessions with a hostile host; 0 for those with a well-behaved one.</param>
internal sealed record SessionOptions(int Sessions, int Seed, string Plugin, int Hostile = 0)
{
    public const string Usage = """
        Plays random sessions into the published plugin.
        Exit code 0: no session failed. 1: some did, and their seeds are printed. 2: too few sessions were answered, or bad usage.
          --sessions N   how many (10000)
          --seed N       the seed of the first (1); each further one has the next, so that a session comes again with --seed N --sessions 1
          --hostile N    plays N sessions with a hostile host instead: jumps, odd tempi, states, activations, storms of parameters,
                         blocks of 0 to 8,192 frames
          --plugin PATH  the bundle (dist/ComposerPlugin.vst3)
        """;

    /// <exception cref="FormatException">An option or value is invalid.</exception>
    public static SessionOptions Parse(string[] words)
    {
        var options = new SessionOptions(10_000, 1, "dist/ComposerPlugin.vst3");
        for (int i = 0; i < words.Length; i += 2)
        {
            string value = i + 1 < words.Length ? words[i + 1] : throw new FormatException($"{words[i]} needs a value.");
            options = words[i] switch
            {
                "--sessions" => options with { Sessions = Whole(words[i], value) },
                "--seed" => options with { Seed = Whole(words[i], value) },
                "--hostile" => options with { Hostile = Whole(words[i], value) },
                "--plugin" => options with { Plugin = value },
                _ => throw new FormatException($"{words[i]} is no option; --help lists them."),
            };
        }
        return options;
    }

    private static int Whole(string option, string value) => int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number
        : throw new FormatException($"{option} {value}: give a whole number above 0.");
}
