using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>The plugin's musical controls on the command line, in the plugin's units.</summary>
internal static class MusicalControls
{
    public const string Usage =
        """
          --key D         the tonic of --scale and --end-on-tonic (standard C)
          --scale NAME    plays no note outside this scale, such as dorian or minor-pentatonic (standard: all notes)
          --end-on-tonic  ends on the tonic
          --lowest C4     plays no note below this (standard C-1)
          --highest C6    plays no note above this (standard G9)
          --octave N      octaves higher, -3 to 3 (standard 0)
          --density N     fewer or more notes, -100 to 100 % (standard 0)
          --memory N      how strongly motifs that were heard are taken up, -100 to 100 % (standard 0, as learnt)
          --repeat-guard  off, normal or strong: how often a pitch or passage may be repeated (standard normal)
        """;

    private const int MostOctaves = 3;

    public static string[] Names { get; } =
        ["--key", "--scale", "--end-on-tonic", "--lowest", "--highest", "--octave", "--density", "--memory", "--repeat-guard"];

    /// <summary>The controls; what is left open is as in the plugin. Grid, temperature, top-p and seed are not among them.</summary>
    /// <exception cref="BadInputException">A value is none.</exception>
    public static AnswerControls Read(Arguments arguments)
    {
        var lowest = PitchOf(arguments, "--lowest", new(0));
        var highest = PitchOf(arguments, "--highest", new(Pitch.Count - 1));
        if (highest < lowest)
            throw new BadInputException($"--highest {highest} lies below --lowest {lowest}; exchange them.");
        return new(Grid.Sixteenth, 1, 1, 1)
        {
            Tonic = (byte)(arguments.Optional("--key") is { } key ? NoteName.PitchClass(key) ?? throw NoKey(key) : 0),
            Scale = ScaleName.Scale(arguments.Optional("--scale")) ?? Scale.Chromatic,
            EndsOnTonic = arguments.Has("--end-on-tonic"),
            Lowest = lowest,
            Highest = highest,
            Octave = (sbyte)(arguments.Count("--octave", -MostOctaves, MostOctaves) ?? 0),
            Density = Percent(arguments, "--density"),
            Memory = Percent(arguments, "--memory") * AnswerControls.StrongestMemory,
            RepeatGuard = GuardOf(arguments.Optional("--repeat-guard")),
        };
    }

    private static float Percent(Arguments arguments, string name) => (float)((arguments.Number(name, -100, 100) ?? 0) / 100);

    private static Pitch PitchOf(Arguments arguments, string name, Pitch standard) => arguments.Optional(name) is not { } text
        ? standard
        : NoteName.Pitch(text) ?? throw new BadInputException($"{name} {text} is no note; write it as in C4 (middle C), F#3 or Bb5, from C-1 to G9.");

    private static BadInputException NoKey(string key) => new($"--key {key} is no key; write its tonic as in D, F# or Bb, and its kind with --scale.");

    private static RepeatGuardStrength GuardOf(string? name) => name is null ? RepeatGuardStrength.Normal
        : Enum.TryParse(name, ignoreCase: true, out RepeatGuardStrength guard) && Enum.IsDefined(guard) ? guard
        : throw new BadInputException($"--repeat-guard {name} is not known; there are off, normal, strong.");
}
