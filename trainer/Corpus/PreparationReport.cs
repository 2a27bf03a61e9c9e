using ComposerPlugin.Music;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Describes a prepared corpus, for <c>dataset.json</c> and for the screen.</summary>
internal static class PreparationReport
{
    private const int FilesOfAKind = 3;

    /// <summary>The description.</summary>
    /// <param name="read">The corpus as it was read.</param>
    /// <param name="tunes">The same tunes in the same order, with their families.</param>
    /// <param name="split">The parts they were divided into.</param>
    /// <param name="others">How many files were passed over by name.</param>
    public static Preparation Of(CorpusReader read, IReadOnlyList<Tune> tunes, Split split, int others)
    {
        var parts = new (string Name, IReadOnlyList<Tune> Tunes)[] { ("train", split.Train), ("valid", split.Valid), ("test", split.Test) };
        var partOf = parts.SelectMany(part => part.Tunes.Select(tune => KeyValuePair.Create(tune, part.Name)))
            .ToDictionary(ReferenceEqualityComparer.Instance);
        var songs = read.Songs;
        var farthest = songs.MaxBy(song => song.Done.LargestMove);
        return new()
        {
            Files = read.Files,
            OtherFiles = others,
            Tunes = tunes.Count,
            Notes = tunes.Sum(tune => tune.Phrase.Count),
            Families = tunes.Select(tune => tune.Family).Distinct().Count(),
            LargestFamily = tunes.GroupBy(tune => tune.Family).Max(family => family.Count()),
            Copies = read.Copies,
            Polyphony = tunes.Max(tune => tune.Polyphony),
            GraceNotes = songs.Sum(song => song.Done.GraceNotes),
            ChordNotes = songs.Sum(song => song.Done.ChordNotes),
            Overlaps = songs.Sum(song => song.Done.Overlaps),
            SilentBars = songs.Sum(song => song.Done.SilentBars),
            LostNotes = songs.Sum(song => song.Done.LostNotes),
            Pickups = tunes.Count(tune => PickupTicks(tune) > 0),
            BarLines = Counts(read.Tunes, tune => Name(tune.Read.BarLines.Source)),
            FitCheck = Check([.. tunes.Zip(read.Tunes, (tune, song) => (Pickup: PickupTicks(tune) > 0, song.Read.FitAgrees)).Where(pair => pair.FitAgrees is not null)]),
            MeanBarLineFit = Math.Round(read.Tunes.Average(tune => tune.Read.BarLines.Fit), 4),
            MeanMove = Math.Round(songs.Sum(song => song.Done.MeanMove * song.Done.Onsets) / songs.Sum(song => (double)song.Done.Onsets), 4),
            LargestMove = Math.Round(farthest.Done.LargestMove, 4),
            LargestMoveFile = farthest.Name,
            Meters = Counts(tunes, tune => tune.Phrase.Meter.ToString()),
            Keys = Counts(tunes, tune => tune.Features.KeyName),
            Sources = tunes.GroupBy(tune => tune.Source).ToDictionary(source => source.Key, source => Count([.. source])),
            Parts = parts.ToDictionary(part => part.Name, part => Count(part.Tunes)),
            Warnings = read.Warnings,
            SkippedKinds = Counts(read.Skipped, skipped => skipped.Kind),
            Skipped = read.Skipped,
            Pieces = [.. tunes.Zip(read.Tunes, (tune, song) => Piece(tune, song.Read.BarLines, song.Done, partOf[tune]))],
        };
    }

    /// <summary>Prints it.</summary>
    public static void Print(Preparation made, IAnsiConsole console)
    {
        console.WriteLine($"{made.Files} files: {made.Tunes} tunes, {made.Notes} notes, {made.Families} families (the largest {made.LargestFamily} tunes), {made.Copies} copies left out, {made.Skipped.Count} skipped, {made.OtherFiles} others passed over");
        console.WriteLine($"onsets moved {made.MeanMove} ticks on average, {made.LargestMove} at most (in {made.LargestMoveFile}); {made.GraceNotes} grace notes and {made.ChordNotes} chord notes dropped, {made.Overlaps} overlaps ended");
        console.WriteLine($"at most {made.Polyphony} notes at once; {made.SilentBars} silent bars left out, {made.LostNotes} notes in passages too short");
        console.WriteLine($"bar lines from {string.Join(", ", made.BarLines.Select(source => $"{source.Key} in {source.Value} tunes"))}; {made.MeanBarLineFit:P1} of bars begin there; {made.Pickups} tunes begin with a pickup");
        if (made.FitCheck is { Tunes: > 0 } check)
            console.WriteLine($"without accents the fit finds the same bar lines in {check.Found} of {check.Tunes} tunes ({check.PickupsFound} of {check.Pickups} with a pickup)");
        if (made.Sources.Count > 1)
        {
            foreach (var (source, count) in made.Sources)
                console.WriteLine($"source {source}: {count.Tunes} tunes, {count.Notes} notes, {count.Families} families");
        }
        foreach (var (part, count) in made.Parts)
            console.WriteLine($"{part}: {count.Tunes} tunes, {count.Notes} notes, {count.Families} families");
        foreach (var kind in made.Skipped.GroupBy(skipped => skipped.Kind).OrderByDescending(kind => kind.Count()))
        {
            console.WriteLine($"skipped {kind.Count()}: {kind.Key}");
            foreach (var skipped in kind.Take(FilesOfAKind))
                console.WriteLine($"  {skipped.File}: {skipped.Reason}");
        }
        foreach (string warning in made.Warnings)
            console.WriteLine($"warning: {warning}");
    }

    private static PreparedTune Piece(Tune tune, BarLines lines, SongTunes done, string part) => new()
    {
        Name = tune.Name,
        Source = tune.Source,
        Family = tune.Family,
        Part = part,
        Meter = tune.Phrase.Meter.ToString(),
        Key = tune.Features.KeyName,
        Bars = tune.Features.Chords.Count,
        Notes = tune.Phrase.Count,
        MelodyNotes = tune.Features.Melody.Count,
        Polyphony = tune.Polyphony,
        PickupTicks = PickupTicks(tune),
        BarLines = Name(lines.Source),
        MeanMove = Math.Round(done.MeanMove, 4),
        LargestMove = Math.Round(done.LargestMove, 4),
        Chords = string.Join(' ', tune.Features.Chords),
        Rhythm = string.Join('|', tune.Features.Rhythm),
    };

    private static FitCheck Check(List<(bool Pickup, bool? Agrees)> tunes) => new(
        tunes.Count, tunes.Count(tune => tune.Agrees == true),
        tunes.Count(tune => tune.Pickup), tunes.Count(tune => tune.Pickup && tune.Agrees == true));

    private static int PickupTicks(Tune tune)
    {
        var (onset, meter) = (tune.Phrase[0].Onset, tune.Phrase.Meter);
        return NoteEncoder.IsPickup(onset, meter) ? meter.BarTicks - onset : 0;
    }

    private static string Name(BarLineSource source) => source.ToString().ToLowerInvariant();

    private static PartCount Count(IReadOnlyList<Tune> part) =>
        new(part.Count, part.Sum(tune => tune.Phrase.Count), part.Select(tune => tune.Family).Distinct().Count());

    private static Dictionary<string, int> Counts<T>(IEnumerable<T> items, Func<T, string> kind) =>
        items.GroupBy(kind).OrderByDescending(group => group.Count()).ToDictionary(group => group.Key, group => group.Count());
}
