using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using Spectre.Console;

namespace ComposerPlugin.Trainer;

/// <summary>The verb <c>prepare</c>: MIDI files become a data set.</summary>
internal sealed class Prepare
{
    public const string Usage = "prepare PATH… --out DATA (a PATH is a MIDI file, a zip archive or a folder of them)";

    private readonly List<(string Name, Melody Melody)> _melodies = [];
    private readonly List<SkippedFile> _skipped = [];
    private readonly HashSet<UInt128> _known = [];
    private int _files;
    private int _copies;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--out");
        string folder = arguments.Required("--out");
        if (arguments.Paths.Count == 0)
            throw new BadInputException("prepare: no PATH is given; name MIDI files, zip archives or folders of them.");
        var prepare = new Prepare();
        CorpusFiles.Each(arguments.Paths, prepare.Take, prepare.Skip);
        prepare.Finish(folder, console);
    }

    private void Skip(string file, string reason) => _skipped.Add(new(file, reason));

    private void Take(string name, Stream content)
    {
        _files++;
        try
        {
            var melody = MelodyReader.Read(MidiFileReader.Read(content, name));
            if (_known.Add(TuneFamilies.Fingerprint(melody.Phrase)))
                _melodies.Add((name, melody));
            else
                _copies++;
        }
        catch (Exception exception) when (exception is MidiFileException or BadInputException or ArgumentException)
        {
            Skip(name, exception.Message);
        }
    }

    private void Finish(string folder, IAnsiConsole console)
    {
        if (_melodies.Count == 0)
            throw new BadInputException($"prepare: none of {_files} files holds a melody{(_skipped.Count > 0 ? $" (the first: {_skipped[0].Reason.TrimEnd('.')})" : "")}; give MIDI files with melodies.");
        int[] families = TuneFamilies.Group([.. _melodies.Select(read => read.Melody.Phrase)]);
        var split = Split.Of([.. _melodies.Select((read, i) => new Tune(read.Name, families[i], read.Melody.Phrase))]);
        var preparation = Describe(split, families);
        DataSet.Write(folder, split, preparation);
        Report(preparation, folder, console);
    }

    private Preparation Describe(Split split, int[] families)
    {
        var melodies = _melodies.Select(read => read.Melody).ToList();
        int notes = melodies.Sum(melody => melody.Phrase.Count);
        return new()
        {
            Files = _files,
            Tunes = melodies.Count,
            Notes = notes,
            Families = families.Distinct().Count(),
            LargestFamily = families.GroupBy(family => family).Max(family => family.Count()),
            Copies = _copies,
            GraceNotes = melodies.Sum(melody => melody.GraceNotes),
            ChordNotes = melodies.Sum(melody => melody.ChordNotes),
            Overlaps = melodies.Sum(melody => melody.Overlaps),
            Pickups = melodies.Count(melody => NoteEncoder.IsPickup(melody.Phrase[0].Onset, melody.Phrase.Meter)),
            BarLinesFromAccents = melodies.Count(melody => melody.BarLines.Heard),
            MeanBarLineFit = Math.Round(melodies.Average(melody => melody.BarLines.Fit), 4),
            MeanMove = Math.Round(melodies.Sum(melody => melody.SumOfMoves) / notes, 4),
            LargestMove = Math.Round(melodies.Max(melody => melody.LargestMove), 4),
            Meters = melodies.GroupBy(melody => melody.Phrase.Meter).OrderByDescending(group => group.Count())
                .ToDictionary(group => group.Key.ToString(), group => group.Count()),
            Parts = new Dictionary<string, PartCount> { ["train"] = Count(split.Train), ["valid"] = Count(split.Valid), ["test"] = Count(split.Test) },
            Skipped = _skipped,
        };
    }

    private static PartCount Count(IReadOnlyList<Tune> part) =>
        new(part.Count, part.Sum(tune => tune.Phrase.Count), part.Select(tune => tune.Family).Distinct().Count());

    private static void Report(Preparation made, string folder, IAnsiConsole console)
    {
        console.WriteLine($"{made.Files} files: {made.Tunes} tunes, {made.Notes} notes, {made.Families} families (the largest {made.LargestFamily} tunes), {made.Copies} copies left out, {made.Skipped.Count} skipped");
        console.WriteLine($"onsets moved {made.MeanMove} ticks on average, {made.LargestMove} at most; {made.GraceNotes} grace notes and {made.ChordNotes} chord notes dropped, {made.Overlaps} overlaps ended");
        console.WriteLine($"bar lines from accents in {made.BarLinesFromAccents} tunes, {made.MeanBarLineFit:P1} of bars begin there; {made.Pickups} tunes begin with a pickup");
        foreach (var (part, count) in made.Parts)
            console.WriteLine($"{part}: {count.Tunes} tunes, {count.Notes} notes, {count.Families} families");
        foreach (var group in made.Skipped.GroupBy(skipped => skipped.Reason).OrderByDescending(group => group.Count()).Take(10))
            console.WriteLine($"skipped {group.First().File}{(group.Count() > 1 ? $" and {group.Count() - 1} more" : "")}: {group.Key}");
        console.WriteLine($"written to {folder}");
    }
}
