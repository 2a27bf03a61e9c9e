using System.ComponentModel;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The plugin's musical controls as options, in the plugin's units. What is not given is as in the plugin.</summary>
internal abstract class MusicalSettings : CommandSettings
{
    private const int MostOctaves = 3;

    [CommandOption("--key <KEY>")]
    [Description("Tonic of --scale and --end-on-tonic, such as D or Bb")]
    [DefaultValue("C")]
    public string Key { get; init; } = "C";

    [CommandOption("--scale <NAME>")]
    [Description("Play only notes of this scale, such as dorian or minor-pentatonic (default: all notes)")]
    public string? ScaleName { get; init; }

    [CommandOption("--end-on-tonic")]
    [Description("End on the tonic")]
    public bool EndOnTonic { get; init; }

    [CommandOption("--lowest <NOTE>")]
    [Description("Lowest note, such as C4")]
    [DefaultValue("C-1")]
    public string Lowest { get; init; } = "C-1";

    [CommandOption("--highest <NOTE>")]
    [Description("Highest note, such as C6")]
    [DefaultValue("G9")]
    public string Highest { get; init; } = "G9";

    [CommandOption("--octave <N>")]
    [Description("Transpose by octaves, from -3 to 3")]
    [DefaultValue(0)]
    [Number(-MostOctaves, MostOctaves, Whole = true)]
    public Number Octave { get; init; } = new(0);

    [CommandOption("--density <N>")]
    [Description("Fewer or more notes, from -100 to 100 %")]
    [DefaultValue(0)]
    [Number(-100, 100)]
    public Number Density { get; init; } = new(0);

    [CommandOption("--memory <N>")]
    [Description("Weight of motifs heard before, from -100 to 100 %; 0 as trained")]
    [DefaultValue(0)]
    [Number(-100, 100)]
    public Number Memory { get; init; } = new(0);

    [CommandOption("--form <FORM>")]
    [Description("free, style, rhythm or phrase: how closely an answer keeps to the phrase (default: style). Of generate also learnt "
        + "(its default): sections as in the style's music; or the letters of sections, such as AABA or AA'BA")]
    public string? Form { get; init; }

    [CommandOption("--repeat-guard <STRENGTH>")]
    [Description("off, normal or strong: how often a pitch or a segment may repeat")]
    [DefaultValue("normal")]
    public string RepeatGuard { get; init; } = "normal";

    /// <summary>The controls, without grid, temperature, top-p and seed.</summary>
    /// <exception cref="BadInputException">A value is wrong.</exception>
    protected AnswerControls ReadControls()
    {
        var lowest = PitchOf("--lowest", Lowest);
        var highest = PitchOf("--highest", Highest);
        if (highest < lowest)
            throw new BadInputException($"--highest {highest} is below --lowest {lowest}; swap them.");
        return new(Grid.Sixteenth, 1, 1, 1)
        {
            Tonic = TonicOf(Key),
            Scale = CommandLine.ScaleName.Scale(ScaleName) ?? Scale.Chromatic,
            EndsOnTonic = EndOnTonic,
            Lowest = lowest,
            Highest = highest,
            Octave = (sbyte)Octave.Count,
            Density = Fraction(Density),
            Memory = Fraction(Memory) * AnswerControls.StrongestMemory,
            RepeatGuard = GuardOf(RepeatGuard),
            Form = ReadForm(),
        };
    }

    /// <summary>How closely an answer keeps to the phrase.</summary>
    /// <exception cref="BadInputException">There is no such form.</exception>
    protected virtual AnswerForm ReadForm() => Form is null
        ? AnswerForm.AsStyle
        : FormName.Read(Form) ?? throw new BadInputException($"--form {Form} is unknown; use {FormName.All}.");

    private static float Fraction(Number percent) => (float)(percent.Value / 100);

    private static Pitch PitchOf(string option, string text) =>
        NoteName.Pitch(text) ?? throw new BadInputException(
            $"{option} {text} is not a note; write it as in C4 (middle C), F#3 or Bb5, from C-1 to G9.");

    private static byte TonicOf(string text) => (byte)(NoteName.PitchClass(text)
        ?? throw new BadInputException(
            $"--key {text} is not a note name; write the tonic as in D, F# or Bb, and give the scale with --scale."));

    private static RepeatGuardStrength GuardOf(string name) =>
        Enum.TryParse(name, ignoreCase: true, out RepeatGuardStrength guard) && Enum.IsDefined(guard)
            ? guard
            : throw new BadInputException($"--repeat-guard {name} is unknown; use off, normal or strong.");
}
