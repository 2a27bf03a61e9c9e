using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Prepare"/>.</summary>
internal sealed class PrepareSettings : CommandSettings
{
    [CommandArgument(0, "<PATH…>")]
    [Description("MIDI files, zip archives or folders of them")]
    public string[] Paths { get; init; } = [];

    [CommandOption("-o|--out <DATA>", isRequired: true)]
    [Description("Data set folder to write")]
    public string Out { get; init; } = "";

    [CommandOption("--melody")]
    [Description("Read only the melody (default)")]
    public bool Melody { get; init; }

    [CommandOption("--keep-all")]
    [Description("Read all voices as one polyphonic tune")]
    public bool KeepAll { get; init; }

    [CommandOption("--chords <CHOICE>")]
    [Description(
        "Simultaneous notes: highest keeps the highest (default), split makes a tune of each voice, keep keeps all "
        + "(default with --keep-all)")]
    public string? Chords { get; init; }

    [CommandOption("--drums")]
    [Description("Read drum parts too")]
    public bool Drums { get; init; }

    [CommandOption("--ignore-pedal")]
    [Description("Notes last as long as the keys are held; by default the sustain pedal lengthens them, as it sounds")]
    public bool IgnorePedal { get; init; }

    [CommandOption("--scale <NAME>")]
    [Description("Read only what stays in this scale on some tonic, such as major-pentatonic: whole tunes, and segments of 8 bars or more")]
    public string? Scale { get; init; }

    [CommandOption("--sources <NAME,…>")]
    [Description("Names of the PATHs, one each, with which training weights them (default: the PATHs' own names)")]
    public string? Sources { get; init; }

    [CommandOption("--parts-of <DATA>")]
    [Description("Keep files in the part (train, valid, test) that this data set has them in; can be given several times")]
    public string[] PartsOf { get; init; } = [];

    [CommandOption("--json")]
    [Description("Print the report as JSON")]
    public bool Json { get; init; }
}
