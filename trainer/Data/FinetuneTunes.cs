using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Data;

/// <summary>A musician's tunes, divided for fine-tuning.</summary>
/// <param name="Folds">The tunes to learn in folds of similar size, each of which is held out once; a tune family is in one fold.</param>
/// <param name="Test">The test tunes of the data sets; may be empty.</param>
internal sealed record FinetuneTunes(IReadOnlyList<IReadOnlyList<Tune>> Folds, IReadOnlyList<Tune> Test)
{
    private const int MostFolds = 5;

    /// <summary>All tunes to learn.</summary>
    public IReadOnlyList<Tune> All { get; } = [.. Folds.SelectMany(fold => fold)];

    /// <summary>The tunes of all folds but one.</summary>
    public IReadOnlyList<Tune> Without(int fold) => [.. Folds.Where((_, other) => other != fold).SelectMany(part => part)];

    /// <summary>Reads data sets and divides their tunes.</summary>
    /// <exception cref="BadInputException">A folder is not a data set, or there are fewer than two tune families to learn.</exception>
    public static FinetuneTunes Read(IReadOnlyList<string> folders)
    {
        DataSet[] sets = [.. folders.Select(DataSet.Read)];
        Tune[] test = [.. sets.SelectMany(data => data.Test).Where(HasNotes)];
        Tune[] tunes = [.. sets.SelectMany(data => data.Train.Concat(data.Valid)).Where(HasNotes)];
        int[] families = TuneFamilies.Group([.. tunes.Concat(test).Select(tune => tune.Phrase)]);
        var inTest = families[tunes.Length..].ToHashSet();
        var free = tunes.Zip(families).Where(pair => !inTest.Contains(pair.Second));
        List<Tune>[] rest = [.. free.GroupBy(pair => pair.Second, pair => pair.First).Select(family => family.ToList())];
        if (rest.Length < 2)
            throw new BadInputException(
                $"{string.Join(", ", folders)}: fine-tuning needs at least two unrelated tunes, one to learn and one to hold out; "
                + "prepare the data from more files.");
        var folds = Enumerable.Range(0, Math.Min(MostFolds, rest.Length)).Select(_ => new List<Tune>()).ToList();
        // Neighbouring tunes of the data are often similar and go to different folds.
        foreach (var family in rest)
            folds.MinBy(fold => fold.Count)!.AddRange(family);
        return new(folds, test);
    }

    private static bool HasNotes(Tune tune) => tune.Phrase.Count > 0;
}
