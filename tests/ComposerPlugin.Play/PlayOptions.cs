using System.Globalization;
using ComposerPlugin.Host;

namespace ComposerPlugin.Play;

/// <summary>The options of the command line.</summary>
internal sealed record PlayOptions
{
    public const string Usage = """
        ./run.sh [phrase.mid] [options]
        Plays a phrase into the plugin and writes what it answers to out/.

          phrase.mid       a MIDI file; without it, a demo phrase
          --style STYLE    a preset, a style of yours, or the path of its folder
          --bars 4         how long the answer is, 1 to 16 bars
          --seed 1         0 to 9999: another seed is another answer
          --tempo 100      quarter notes a minute; without it, the file's tempo
          --grid 1/8       where notes lie; without it, found from the phrase
          --set TITLE=VALUE
                           a control by its title, such as "Mode=Trade" or
                           "Surprise=1.2"; may be given several times
          --list           the styles, and the controls with their values
          --live           play in real time, as a host does
          --out FOLDER     where continued.mid, .svg and .wav are written
          --verbose        figures: times, sample positions, the status
          --version        the version

        For developers:
          --move QUARTER:TITLE=VALUE  the same as --set, from a quarter on
          --loop QUARTER:QUARTER      a loop between two quarters
          --seconds N      how long is played
          --block 512      frames in a block, 16 to 8192, or "random"
          --rate 48000     sample rate in hertz
          --class CLASS    Composer, or Composer MIDI
          --plugin PATH    the bundle
          --saved-style ID a style as a saved project names it
          --leave N        end N milliseconds after the plugin was created
          --events FILE    all notes that come out, a line of JSON each
          --fluidsynth     the sound of FluidSynth, if it is installed
          --offline        render at once, which is the default
        """;

    private static readonly string[] _valued =
        ["--bars", "--tempo", "--seed", "--grid", "--style", "--block", "--rate", "--class", "--from", "--plugin", "--out", "--set",
            "--move", "--loop", "--seconds", "--leave", "--events", "--saved-style"];

    /// <summary>The caller's working directory; paths are relative to it.</summary>
    public string From { get; private init; } = "";

    public string? Phrase { get; private init; }

    public int Bars { get; private init; } = 4;

    public double? Tempo { get; private init; }

    public int Seed { get; private init; } = 1;

    public string? Grid { get; private init; }

    public string? Style { get; private init; }

    /// <summary>The id of a style as a project names it, whether or not there is such a style.</summary>
    public string? SavedStyle { get; private init; }

    /// <summary>0: random sizes.</summary>
    public int Block { get; private init; } = 512;

    public int Rate { get; private init; } = 48000;

    public string Class { get; private init; } = "Composer";

    public bool Live { get; private init; }

    public bool Verbose { get; private init; }

    public bool List { get; private init; }

    public bool FluidSynth { get; private init; }

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
                options = options.Phrase is null ? options with { Phrase = Path.Combine(options.From, word) }
                    : throw new FormatException($"{word}: only one phrase can be played.");
            else if (!_valued.Contains(word))
                options = Switch(options, word);
            else
                options = Value(options, word,
                    i + 1 < words.Length ? words[++i] : throw new FormatException($"{word} needs a value; ./run.sh --help shows it."));
        }
        return options;
    }

    private static PlayOptions Switch(PlayOptions options, string word) => word switch
    {
        "--offline" => options with { Live = false },
        "--live" => options with { Live = true },
        "--verbose" => options with { Verbose = true },
        "--list" => options with { List = true },
        "--fluidsynth" => options with { FluidSynth = true },
        _ => throw new FormatException($"{word} is not an option; ./run.sh --help lists them."),
    };

    private static PlayOptions Value(PlayOptions options, string word, string value) => word switch
    {
        "--bars" => options with { Bars = Whole(word, value, 1, 16) },
        "--tempo" => options with { Tempo = Number(word, value, 20, 400) },
        "--seed" => options with { Seed = Whole(word, value, 0, 9999) },
        "--block" => options with { Block = value == "random" ? 0 : Whole(word, value, 16, 8192) },
        "--rate" => options with { Rate = Whole(word, value, 8000, 384_000) },
        "--grid" => options with { Grid = value },
        "--style" => options with { Style = value },
        "--saved-style" => options with { SavedStyle = value },
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
