using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Data;

/// <summary>A musician's tunes as fine-tuning takes them.</summary>
/// <param name="Folds">The tunes to learn in parts of like size, each of which is held out once; variants of a tune stand in one part.</param>
/// <param name="Test">What the data sets keep for a test; perhaps none.</param>
internal sealed record FinetuneTunes(IReadOnlyList<IReadOnlyList<Tune>> Folds, IReadOnlyList<Tune> Test)
{
    private const int MostFolds = 5;

    /// <summary>All tunes to learn.</summary>
    public IReadOnlyList<Tune> All { get; } = [.. Folds.SelectMany(fold => fold)];

    /// <summary>The tunes that are learnt while a part is held out.</summary>
    public IReadOnlyList<Tune> Without(int fold) => [.. Folds.Where((_, other) => other != fold).SelectMany(part => part)];

    /// <exception cref="BadInputException">A folder is no data set, or there are no two tunes that are no variants of each other.</exception>
    public static FinetuneTunes Read(IReadOnlyList<string> folders)
    {
        DataSet[] sets = [.. folders.Select(DataSet.Read)];
        Tune[] test = [.. sets.SelectMany(data => data.Test).Where(HasNotes)];
        Tune[] tunes = [.. sets.SelectMany(data => data.Train.Concat(data.Valid)).Where(HasNotes)];
        int[] families = TuneFamilies.Group([.. tunes.Concat(test).Select(tune => tune.Phrase)]);
        var inTest = families[tunes.Length..].ToHashSet();
        List<Tune>[] rest = [.. tunes.Zip(families).Where(pair => !inTest.Contains(pair.Second)).GroupBy(pair => pair.Second, pair => pair.First).Select(family => family.ToList())];
        if (rest.Length < 2)
            throw new BadInputException($"{string.Join(", ", folders)}: fine-tuning needs two tunes at least that are no variants of each other, one to learn and one to hold out; prepare the data from more files.");
        var folds = Enumerable.Range(0, Math.Min(MostFolds, rest.Length)).Select(_ => new List<Tune>()).ToList();
        // Tunes that stand near each other in the data are often alike: they go to different parts.
        foreach (var family in rest)
            folds.MinBy(fold => fold.Count)!.AddRange(family);
        return new(folds, test);
    }

    private static bool HasNotes(Tune tune) => tune.Phrase.Count > 0;
}
