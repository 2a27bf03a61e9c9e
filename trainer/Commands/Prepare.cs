using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>prepare</c>: MIDI files become a data set.</summary>
internal static class Prepare
{
    public const string Usage =
        """
        prepare PATH… --out DATA [OPTION…]
          PATH            a MIDI file, a zip archive or a folder of them
          --out DATA      the folder to write
          --melody        reads the melody alone (this is the standard)
          --keep-all      reads all voices, as one polyphonic tune
          --chords KIND   of notes that sound together: highest keeps the highest (standard), split makes a tune of each line, keep keeps all
                          (standard with --keep-all)
          --drums         reads the drum channel too
          --scale NAME    reads only what lies in this scale on some tonic, such as major-pentatonic: whole tunes, and passages of 8 bars or more
          --sources NAME,…  names for the PATHs, by which training can weigh them (standard: the PATHs' own)
          --parts-of DATA  leaves files in the part (train, valid, test) that another data set has them in; may be given several times
          --json          prints the report as JSON
        """;

    private const int ShowEach = 50;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--out", "--melody", "--keep-all", "--chords", "--drums", "--scale", "--sources", "--parts-of", "--json");
        string folder = arguments.Required("--out");
        if (arguments.Paths.Count == 0)
            throw new BadInputException("prepare: no PATH is given; name MIDI files, zip archives or folders of them.");
        if (File.Exists(folder))
            throw new BadInputException($"{folder}: this is a file; give a folder for the data set.");
        var known = arguments.All("--parts-of") is { Count: > 0 } others ? KnownParts.Read(others) : null;
        var corpus = new CorpusReader(Choices(arguments));
        int otherFiles = Read(corpus, Sources(arguments), arguments.Has("--json") ? null : console);
        if (corpus.Tunes.Count == 0)
            throw new BadInputException(NothingFound(corpus, otherFiles));

        int[] families = TuneFamilies.Group([.. corpus.Tunes.Select(tune => tune.Tune.Melody)], [.. corpus.Tunes.Select(tune => tune.File)]);
        Tune[] tunes = [.. corpus.Tunes.Select((tune, i) => new Tune(tune.Name, families[i], tune.Tune.Phrase)
        {
            Source = tune.Source,
            Features = TuneFeatures.FromPhrase(tune.Tune.Phrase, tune.Tune.Melody),
        })];
        var split = Split.Create(tunes, known);
        Warn(corpus, split);
        var preparation = PreparationReport.Create(corpus, tunes, split, otherFiles);
        DataSet.Write(folder, split, preparation);
        if (arguments.Has("--json"))
        {
            // Not by the console, which would break long lines.
            console.Profile.Out.Writer.WriteLine(DataSet.Describe(preparation with { Pieces = null }));
            return;
        }
        PreparationReport.Print(preparation, console);
        console.WriteLine($"written to {folder}");
    }

    private static ReadingOptions Choices(Arguments arguments)
    {
        bool all = arguments.Has("--keep-all");
        if (all && arguments.Has("--melody"))
            throw new BadInputException("prepare: --melody and --keep-all exclude each other; give one of them.");
        var chords = arguments.Optional("--chords") switch
        {
            null => all ? ChordHandling.Keep : ChordHandling.Highest,
            "highest" => ChordHandling.Highest,
            "split" => ChordHandling.Split,
            "keep" => ChordHandling.Keep,
            { } other => throw new BadInputException($"prepare: --chords {other} is not known; it is highest, split or keep."),
        };
        return new(arguments.Has("--drums"), all, chords, ScaleName.Scale(arguments.Optional("--scale")));
    }

    private static List<(string Path, string Source)> Sources(Arguments arguments)
    {
        string[] names = arguments.Optional("--sources")?.Split(',', StringSplitOptions.TrimEntries)
            ?? [.. arguments.Paths.Select(path => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))];
        if (names.Length != arguments.Paths.Count || names.Any(name => name.Length == 0))
            throw new BadInputException($"prepare: --sources names {names.Count(name => name.Length > 0)} of {arguments.Paths.Count} PATHs; give a name for each, with commas between.");
        return [.. arguments.Paths.Zip(names)];
    }

    private static int Read(CorpusReader corpus, IReadOnlyList<(string Path, string Source)> sources, IAnsiConsole? console)
    {
        int All(Action<int> show)
        {
            var files = new CorpusFiles(
                file =>
                {
                    corpus.Read(file);
                    if (corpus.Files % ShowEach == 0)
                        show(corpus.Files);
                },
                corpus.Skip);
            files.ReadAll(sources);
            return files.OtherFiles;
        }
        return console is { Profile.Capabilities.Interactive: true }
            ? console.Status().Start("reading", context => All(files => context.Status($"reading: {files} files, {corpus.Tunes.Count} tunes, {corpus.Skipped.Count} skipped")))
            : All(_ => { });
    }

    private static string NothingFound(CorpusReader corpus, int others)
    {
        if (corpus.Files == 0 && corpus.Skipped.Count == 0)
            return $"prepare: there are no MIDI files here ({others} other files); give MIDI files, zip archives or folders of them.";
        var kinds = corpus.Skipped.GroupBy(skipped => skipped.Kind).OrderByDescending(kind => kind.Count()).Select(kind => $"{kind.Count()}: {kind.Key}");
        return $"prepare: none of {corpus.Files} files holds a tune ({string.Join("; ", kinds)}; the first: {corpus.Skipped[0].File}, {corpus.Skipped[0].Reason}); give MIDI files with melodies.";
    }

    private static void Warn(CorpusReader corpus, Split split)
    {
        if (split.Valid.Count == 0)
            corpus.Warnings.Add("all tunes are of one family, so nothing is left to validate or test on; add other tunes.");
        else if (split.Test.Count == 0)
            corpus.Warnings.Add("the tunes are of two families, so nothing is left to test on; add other tunes.");
    }
}
