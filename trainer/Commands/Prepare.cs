using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>prepare</c>: writes MIDI files as a data set.</summary>
internal sealed class Prepare(IAnsiConsole console) : Command<PrepareSettings>
{
    private const int ShowEach = 50;

    public override int Execute(CommandContext context, PrepareSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Out;
        if (File.Exists(folder))
            throw new BadInputException($"{folder}: this is a file; give a folder for the data set.");
        var known = settings.PartsOf.Length > 0 ? KnownParts.Read(settings.PartsOf) : null;
        var corpus = new CorpusReader(Options(settings));
        int otherFiles = Read(corpus, Sources(settings), settings.Json ? null : console);
        if (corpus.Tunes.Count == 0)
            throw new BadInputException(NothingFound(corpus, otherFiles));

        int[] families = TuneFamilies.Group(
            [.. corpus.Tunes.Select(tune => tune.Tune.Melody)], [.. corpus.Tunes.Select(tune => tune.File)]);
        Tune[] tunes = [.. corpus.Tunes.Select((tune, i) => new Tune(tune.Name, families[i], tune.Tune.Phrase)
        {
            Source = tune.Source,
            Features = TuneFeatures.FromPhrase(tune.Tune.Phrase, tune.Tune.Melody),
        })];
        var split = Split.Create(tunes, known);
        Warn(corpus, split);
        var preparation = PreparationReport.Create(corpus, tunes, split, otherFiles);
        DataSet.Write(folder, split, preparation);
        if (settings.Json)
        {
            // The console would wrap long lines.
            console.Profile.Out.Writer.WriteLine(DataSet.Describe(preparation with { Pieces = null }));
        }
        else
        {
            PreparationReport.Print(preparation, console);
            console.WriteLine($"written to {folder}");
        }
        return ExitCode.Done;
    }

    private static ReadingOptions Options(PrepareSettings settings)
    {
        if (settings.KeepAll && settings.Melody)
            throw new BadInputException("prepare: --melody and --keep-all exclude each other; give one of them.");
        var chords = settings.Chords switch
        {
            null => settings.KeepAll ? ChordHandling.Keep : ChordHandling.Highest,
            "highest" => ChordHandling.Highest,
            "split" => ChordHandling.Split,
            "keep" => ChordHandling.Keep,
            { } other => throw new BadInputException($"prepare: --chords {other} is not known; use highest, split or keep."),
        };
        return new(settings.Drums, settings.KeepAll, chords, ScaleName.Scale(settings.Scale),
            settings.IgnorePedal);
    }

    private static List<(string Path, string Source)> Sources(PrepareSettings settings)
    {
        int paths = settings.Paths.Length;
        string[] names = settings.Sources?.Split(',', StringSplitOptions.TrimEntries) ?? [.. settings.Paths.Select(NameOf)];
        int given = names.Count(name => name.Length > 0);
        if (names.Length != paths || given != paths)
            throw new BadInputException($"prepare: --sources names {given} of {paths} PATHs; give one name for each, separated by commas.");
        return [.. settings.Paths.Zip(names)];
    }

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

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
            ? console.Status().Start("reading", context => All(files =>
                context.Status($"reading: {files} files, {corpus.Tunes.Count} tunes, {corpus.Skipped.Count} skipped")))
            : All(_ => { });
    }

    private static string NothingFound(CorpusReader corpus, int others)
    {
        if (corpus.Files == 0 && corpus.Skipped.Count == 0)
            return $"prepare: there are no MIDI files here ({others} other files); give MIDI files, zip archives or folders of them.";
        var reasons = corpus.Skipped.GroupBy(skipped => skipped.Kind)
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count()}: {group.Key}");
        string first = $"the first: {corpus.Skipped[0].File}, {corpus.Skipped[0].Reason}";
        return $"prepare: none of {corpus.Files} files contains a tune ({string.Join("; ", reasons)}; {first}); "
            + "give MIDI files with melodies.";
    }

    private static void Warn(CorpusReader corpus, Split split)
    {
        if (split.Valid.Count == 0)
            corpus.Warnings.Add("all tunes are of one family, so nothing is left to validate or test on; add other tunes.");
        else if (split.Test.Count == 0)
            corpus.Warnings.Add("the tunes are of two families, so nothing is left to test on; add other tunes.");
    }
}
