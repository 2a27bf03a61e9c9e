using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>The plugin's musical parameters as command line options, in the plugin's units.</summary>
internal static class MusicalControls
{
    public const string Usage =
        """
          --key D         tonic of --scale and --end-on-tonic (default C)
          --scale NAME    allows only notes of this scale, such as dorian or minor-pentatonic (default: all notes)
          --end-on-tonic  ends on the tonic
          --lowest C4     lowest note (default C-1)
          --highest C6    highest note (default G9)
          --octave N      transposition in octaves, -3 to 3 (default 0)
          --density N     fewer or more notes, -100 to 100 % (default 0)
          --memory N      how strongly earlier motifs are repeated, -100 to 100 % (default 0, as trained)
          --repeat-guard  off, normal or strong: limits repeated pitches and segments (default normal)
        """;

    private const int MostOctaves = 3;

    /// <summary>The names of the options.</summary>
    public static string[] Names { get; } =
        ["--key", "--scale", "--end-on-tonic", "--lowest", "--highest", "--octave", "--density", "--memory", "--repeat-guard"];

    /// <summary>Reads the options; the rest is as in the plugin. Grid, temperature, top-p and seed are placeholders.</summary>
    /// <exception cref="BadInputException">A value is invalid.</exception>
    public static AnswerControls Read(Arguments arguments)
    {
        var lowest = PitchOf(arguments, "--lowest", new(0));
        var highest = PitchOf(arguments, "--highest", new(Pitch.Count - 1));
        if (highest < lowest)
            throw new BadInputException($"--highest {highest} is below --lowest {lowest}; swap them.");
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

    private static Pitch PitchOf(Arguments arguments, string name, Pitch fallback) => arguments.Optional(name) is not { } text
        ? fallback
        : NoteName.Pitch(text)
            ?? throw new BadInputException($"{name} {text} is not a note; write it as in C4 (middle C), F#3 or Bb5, from C-1 to G9.");

    private static BadInputException NoKey(string key) =>
        new($"--key {key} is not a note name; write the tonic as in D, F# or Bb, and give the scale with --scale.");

    private static RepeatGuardStrength GuardOf(string? name) => name is null ? RepeatGuardStrength.Normal
        : Enum.TryParse(name, ignoreCase: true, out RepeatGuardStrength guard) && Enum.IsDefined(guard) ? guard
        : throw new BadInputException($"--repeat-guard {name} is unknown; use off, normal or strong.");
}
