using ComposerPlugin.Music;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Describes a prepared corpus for <c>dataset.json</c> and the console.</summary>
internal static class PreparationReport
{
    private const int FilesPerReason = 3;

    /// <summary>Creates the description of a prepared corpus.</summary>
    /// <param name="read">The corpus as read.</param>
    /// <param name="tunes">The same tunes in the same order, with families.</param>
    /// <param name="split">Their parts.</param>
    /// <param name="others">The number of files ignored by name.</param>
    public static Preparation Create(CorpusReader read, IReadOnlyList<Tune> tunes, Split split, int others)
    {
        var parts = new (string Name, IReadOnlyList<Tune> Tunes)[] { ("train", split.Train), ("valid", split.Valid), ("test", split.Test) };
        var partOf = parts.SelectMany(part => part.Tunes.Select(tune => KeyValuePair.Create(tune, part.Name)))
            .ToDictionary(ReferenceEqualityComparer.Instance);
        var songs = read.Songs;
        var farthest = songs.MaxBy(song => song.Result.LargestMove);
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
            GraceNotes = songs.Sum(song => song.Result.GraceNotes),
            ChordNotes = songs.Sum(song => song.Result.ChordNotes),
            Overlaps = songs.Sum(song => song.Result.Overlaps),
            SilentBars = songs.Sum(song => song.Result.SilentBars),
            LostNotes = songs.Sum(song => song.Result.LostNotes),
            PedalledNotes = songs.Sum(song => song.Result.PedalledNotes),
            OtherVoiceNotes = songs.Sum(song => song.Result.OtherVoiceNotes),
            DrumNotes = songs.Sum(song => song.Result.DrumNotes),
            Pickups = tunes.Count(tune => PickupTicks(tune) > 0),
            BarLines = Counts(read.Tunes, tune => Name(tune.Tune.BarLines.Source)),
            FitCheck = Check([.. tunes.Zip(read.Tunes, (tune, song) => (Pickup: PickupTicks(tune) > 0, song.Tune.FitAgrees))
                .Where(pair => pair.FitAgrees is not null)]),
            MeanBarLineFit = Math.Round(read.Tunes.Average(tune => tune.Tune.BarLines.Fit), 4),
            MeanMove = Math.Round(
                songs.Sum(song => song.Result.MeanMove * song.Result.Onsets) / songs.Sum(song => (double)song.Result.Onsets), 4),
            LargestMove = Math.Round(farthest.Result.LargestMove, 4),
            LargestMoveFile = farthest.Name,
            Meters = Counts(tunes, tune => tune.Phrase.Meter.ToString()),
            Keys = Counts(tunes, tune => tune.Features.KeyName),
            Sources = tunes.GroupBy(tune => tune.Source).ToDictionary(source => source.Key, source => Count([.. source])),
            Parts = parts.ToDictionary(part => part.Name, part => Count(part.Tunes)),
            Warnings = read.Warnings,
            SkippedKinds = Counts(read.Skipped, skipped => skipped.Kind),
            Skipped = read.Skipped,
            Damage = Damage(read.Damaged),
            Pieces = [.. tunes.Zip(read.Tunes, (tune, song) => Describe(tune, song.Tune.BarLines, song.Result, partOf[tune]))],
        };
    }

    /// <summary>Prints the description.</summary>
    public static void Print(Preparation preparation, IAnsiConsole console)
    {
        console.WriteLine(
            $"{preparation.Files} files: {preparation.Tunes} tunes, {preparation.Notes} notes, {preparation.Families} families "
            + $"(largest: {preparation.LargestFamily} tunes); {preparation.Copies} duplicates removed, "
            + $"{preparation.Skipped.Count} files skipped, {preparation.OtherFiles} other files ignored");
        console.WriteLine(
            $"onsets moved {preparation.MeanMove} ticks on average, {preparation.LargestMove} at most (in {preparation.LargestMoveFile}); "
            + $"{preparation.GraceNotes} grace notes and {preparation.ChordNotes} chord notes dropped, "
            + $"{preparation.Overlaps} overlaps shortened");
        console.WriteLine(
            $"at most {preparation.Polyphony} simultaneous notes; {preparation.SilentBars} silent bars removed, "
            + $"{preparation.LostNotes} notes lost in segments that are too short");
        if (preparation.OtherVoiceNotes + preparation.DrumNotes + preparation.PedalledNotes > 0)
        {
            console.WriteLine(
                $"left out: {preparation.OtherVoiceNotes} notes in other voices, {preparation.DrumNotes} notes of drums; "
                + $"{preparation.PedalledNotes} notes lengthened by the sustain pedal");
        }
        console.WriteLine(
            $"bar lines: {string.Join(", ", preparation.BarLines.Select(source => $"{source.Key} in {source.Value} tunes"))}; "
            + $"{preparation.MeanBarLineFit:P1} of bars begin there; {preparation.Pickups} tunes begin with a pickup");
        if (preparation.FitCheck is { Tunes: > 0 } check)
            console.WriteLine(
                $"check: without accents the same bar lines are found in {check.Found} of {check.Tunes} tunes "
                + $"({check.PickupsFound} of {check.Pickups} with a pickup)");
        if (preparation.Sources.Count > 1)
        {
            foreach (var (source, count) in preparation.Sources)
                console.WriteLine($"source {source}: {count.Tunes} tunes, {count.Notes} notes, {count.Families} families");
        }
        foreach (var (part, count) in preparation.Parts)
            console.WriteLine($"{part}: {count.Tunes} tunes, {count.Notes} notes, {count.Families} families");
        foreach (var files in preparation.Skipped.GroupBy(skipped => skipped.Kind).OrderByDescending(files => files.Count()))
        {
            console.WriteLine($"skipped {files.Count()}: {files.Key}");
            foreach (var skipped in files.Take(FilesPerReason))
                console.WriteLine($"  {skipped.File}: {skipped.Reason}");
        }
        foreach (var (what, damage) in preparation.Damage)
        {
            console.WriteLine($"damaged: {damage.Count} {what} in {damage.Files.Count} files");
            foreach (string file in damage.Files.Take(FilesPerReason))
                console.WriteLine($"  {file}");
        }
        foreach (string warning in preparation.Warnings)
            console.WriteLine($"warning: {warning}");
    }

    private static Dictionary<string, DamageCount> Damage(List<(string Name, MidiLosses Losses)> damaged) => damaged
        .SelectMany(file => file.Losses.Counts.Select(count => (file.Name, count.What, count.Count)))
        .GroupBy(count => count.What)
        .ToDictionary(
            kind => kind.Key, kind => new DamageCount(kind.Sum(count => count.Count), [.. kind.Select(count => count.Name)]));

    private static PreparedTune Describe(Tune tune, BarLines lines, SongTunes result, string part) => new()
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
        MeanMove = Math.Round(result.MeanMove, 4),
        LargestMove = Math.Round(result.LargestMove, 4),
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

    private static Dictionary<string, int> Counts<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.GroupBy(key).OrderByDescending(group => group.Count()).ToDictionary(group => group.Key, group => group.Count());
}
