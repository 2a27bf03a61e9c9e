using System.Globalization;
using ComposerPlugin.Host;

namespace ComposerPlugin.Play;

/// <summary>The options of the command line.</summary>
internal sealed record PlayOptions
{
    public const string Usage = """
        ./run.sh [phrase.mid] [--bars 4] [--tempo 100] [--seed 1] [--grid 1/16] [--style ID]
                 [--block 512] [--rate 48000] [--class Composer] [--offline]
          phrase.mid  what is played into the plugin; without it, a demo phrase
          --bars      how long the answer is, 1 to 16 bars
          --tempo     quarter notes a minute; without it, the file's tempo
          --seed      0 to 9999: another seed is another answer
          --grid      1/4, 1/8, "1/8 triplet", 1/16, "1/16 + triplets", "1/16 triplet" or 1/32: where notes are heard and answered
          --style     a preset, or a style of your own in ~/.local/share/ComposerPlugin/styles
          --block     frames in a block, 16 to 8192, or "random"
          --rate      sample rate in hertz
          --class     Composer or Composer MIDI
          --offline   render as fast as possible instead of playing in real time
          --plugin    the bundle; --out: the folder for continued.mid and continued.svg
          --set TITLE=VALUE           a control by its title, in its own unit; lists count from 0; may be given several times
          --move QUARTER:TITLE=VALUE  the same where the song passes a quarter
          --loop QUARTER:QUARTER      play from the first quarter, and from the second back to the first
          --seconds   how long is played; without it, as long as phrase and answer last
          --leave     end so many milliseconds after the plugin was created, with the plugin still open, as some hosts do
          --events    a file for all notes that come out, a line of JSON each, instead of continued.mid and continued.svg
        """;

    private static readonly string[] _valued =
        ["--bars", "--tempo", "--seed", "--grid", "--style", "--block", "--rate", "--class", "--from", "--plugin", "--out", "--set",
            "--move", "--loop", "--seconds", "--leave", "--events"];

    /// <summary>The caller's working directory; paths are relative to it.</summary>
    private string From { get; init; } = "";

    public string? Phrase { get; private init; }

    public int Bars { get; private init; } = 4;

    public double? Tempo { get; private init; }

    public int Seed { get; private init; } = 1;

    public string Grid { get; private init; } = "1/16";

    public string? Style { get; private init; }

    /// <summary>0: random sizes.</summary>
    public int Block { get; private init; } = 512;

    public int Rate { get; private init; } = 48000;

    public string Class { get; private init; } = "Composer";

    public bool Offline { get; private init; }

    public string Plugin { get; private init; } = "dist/ComposerPlugin.vst3";

    public string Out { get; private init; } = "out";

    /// <summary>Values for controls, with their song position: first those without one.</summary>
    public IReadOnlyList<ControlSetting> Settings { get; private init; } = [];

    public Cycle? Loop { get; private init; }

    public double? Seconds { get; private init; }

    public int? Leave { get; private init; }

    public string? Events { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An option or value is invalid; the message names it.</exception>
    public static PlayOptions Parse(ReadOnlySpan<string> words)
    {
        var options = new PlayOptions();
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                options = options.Phrase is null ? options with { Phrase = Path.Combine(options.From, word) }
                    : throw new FormatException($"{word}: only one phrase can be played.");
                continue;
            }
            if (word == "--offline")
            {
                options = options with { Offline = true };
                continue;
            }
            if (!_valued.Contains(word))
                throw new FormatException($"{word} is not an option; ./run.sh --help lists them.");
            string value = i + 1 < words.Length ? words[++i] : throw new FormatException($"{word} needs a value.");
            options = word switch
            {
                "--bars" => options with { Bars = Whole(word, value, 1, 16) },
                "--tempo" => options with { Tempo = Number(word, value, 20, 400) },
                "--seed" => options with { Seed = Whole(word, value, 0, 9999) },
                "--block" => options with { Block = value == "random" ? 0 : Whole(word, value, 16, 8192) },
                "--rate" => options with { Rate = Whole(word, value, 8000, 384_000) },
                "--grid" => options with { Grid = value },
                "--style" => options with { Style = value },
                "--class" => options with { Class = value },
                "--from" => options with { From = value },
                "--plugin" => options with { Plugin = Path.Combine(options.From, value) },
                "--out" => options with { Out = Path.Combine(options.From, value) },
                "--set" => options with { Settings = [.. options.Settings, ControlSetting.Parse(word, null, value)] },
                "--move" => options with { Settings = [.. options.Settings, ControlSetting.ParseMoved(word, value)] },
                "--loop" => options with { Loop = ReadLoop(word, value) },
                "--seconds" => options with { Seconds = Number(word, value, 0.1, 10_000) },
                "--leave" => options with { Leave = Whole(word, value, 0, 10_000) },
                "--events" => options with { Events = Path.Combine(options.From, value) },
                _ => throw new InvalidOperationException(word),
            };
        }
        return options;
    }

    private static Cycle ReadLoop(string option, string value) =>
        value.Split(':') is [var from, var to] && Number(option, from, 0, 10_000) is var start && Number(option, to, 0, 10_000) is var end
            && end > start
            ? new(start, end)
            : throw new FormatException($"{option} {value}: give two quarters with : between them, the later one last.");

    private static int Whole(string option, string value, int lowest, int highest) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest
            ? number
            : throw new FormatException($"{option} {value}: give a whole number from {lowest} to {highest}.");

    internal static double Number(string option, string value, double lowest, double highest) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out double number) && number >= lowest && number <= highest
            ? number
            : throw new FormatException($"{option} {value}: give a number from {lowest} to {highest}.");
}
