using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Data;

/// <summary>The tunes of one or more data sets, as a run takes them.</summary>
/// <param name="Train">The tunes to learn.</param>
/// <param name="Weights">How often each is drawn per epoch, on average.</param>
/// <param name="Valid">The tunes to choose the best weights by.</param>
/// <param name="LeftOut">Tunes to learn in one set that are relatives of tunes held out in another, and so are not learnt.</param>
internal sealed record TrainingTunes(IReadOnlyList<Tune> Train, IReadOnlyList<double> Weights, IReadOnlyList<Tune> Valid, int LeftOut)
{
    /// <summary>Reads data sets.</summary>
    /// <param name="folders">Their folders.</param>
    /// <param name="weights">How often the tunes of each are drawn per epoch; once where nothing is said.</param>
    /// <param name="config">Which of the sources inside them are styles, and how often their tunes are drawn, on top of that.</param>
    /// <exception cref="BadInputException">A folder is no data set, nothing is left to learn, or the weights do not fit the data.</exception>
    public static TrainingTunes Read(IReadOnlyList<string> folders, IReadOnlyList<double> weights, TrainConfig config)
    {
        if (weights.Count > 0 && weights.Count != folders.Count)
            throw new BadInputException($"train: --weights gives {weights.Count} numbers for {folders.Count} data sets; give one for each --data, with commas between.");
        DataSet[] sets = [.. folders.Select(DataSet.Read)];
        CheckNames(config.Sources.Keys, sets.SelectMany(data => data.Train));
        bool[] related = RelatedToHeldOut(sets);
        var (train, drawn) = (new List<Tune>(), new List<double>());
        int number = 0, leftOut = 0;
        for (int set = 0; set < sets.Length; set++)
        {
            foreach (var tune in sets[set].Train)
            {
                double weight = (weights.Count > 0 ? weights[set] : 1) * config.Sources.GetValueOrDefault(tune.Source, 1);
                if (related[number++])
                {
                    leftOut++;
                }
                else if (weight > 0 && tune.Phrase.Count > 0)
                {
                    train.Add(tune);
                    drawn.Add(weight);
                }
            }
        }
        return train.Count > 0
            ? new(train, drawn, [.. sets.SelectMany(data => data.Valid).Where(tune => tune.Phrase.Count > 0)], leftOut)
            : throw new BadInputException($"{string.Join(", ", folders)}: there is no tune with a note to train on; prepare the data from more files, or give a weight above 0.");
    }

    /// <summary>Sees to it that there are tunes of every style that a model is to tell apart.</summary>
    /// <exception cref="BadInputException">There are none of one.</exception>
    public void CheckStyles(TrainConfig config) => CheckNames(config.Styles, Train);

    /// <summary>The same, cut into passages of so many bars.</summary>
    /// <exception cref="BadInputException">No passage has two notes.</exception>
    public TrainingTunes InPassages(int bars)
    {
        var train = Train.Zip(Weights, (tune, weight) => (tune, weight))
            .SelectMany(drawn => BarWindows.Of(drawn.tune.Phrase, bars).Select(phrase => (Tune: drawn.tune with { Phrase = phrase }, drawn.weight))).ToList();
        return train.Count > 0
            ? new([.. train.Select(drawn => drawn.Tune)], [.. train.Select(drawn => drawn.weight)],
                [.. Valid.SelectMany(tune => BarWindows.Of(tune.Phrase, bars).Select(phrase => tune with { Phrase = phrase }))], LeftOut)
            : throw new BadInputException($"the tunes have no passage of {bars} bars with two notes to train on; prepare the data from more files.");
    }

    /// <summary>The tunes to learn, as rows.</summary>
    /// <param name="config">Which of their sources are styles.</param>
    public WeightedRows[] TrainRows(TrainConfig config) => [.. Rows(Train, config).Zip(Weights, (rows, weight) => new WeightedRows(rows, weight))];

    /// <summary>The tunes to choose by, as rows.</summary>
    /// <param name="config">Which of their sources are styles.</param>
    public StepRows[] ValidRows(TrainConfig config) => Rows(Valid, config);

    private static StepRows[] Rows(IReadOnlyList<Tune> tunes, TrainConfig config) => StepRows.Of(tunes.Select(tune => (tune.Phrase, config.TokenOf(tune.Source))));

    private static void CheckNames(IEnumerable<string> names, IEnumerable<Tune> tunes)
    {
        string[] known = [.. tunes.Select(tune => tune.Source).Distinct().Order()];
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new BadInputException($"train: the configuration names the source \"{unknown}\", which no tune comes from; the data has {string.Join(", ", known.Select(source => $"\"{source}\""))}.");
    }

    // Each data set is divided by itself: what one holds out, another may teach.
    private static bool[] RelatedToHeldOut(DataSet[] sets)
    {
        Tune[] train = [.. sets.SelectMany(data => data.Train)];
        if (sets.Length == 1)
            return new bool[train.Length];
        Tune[] heldOut = [.. sets.SelectMany(data => data.Valid.Concat(data.Test))];
        int[] families = TuneFamilies.Group([.. train.Concat(heldOut).Select(tune => tune.Phrase)]);
        var guarded = families[train.Length..].ToHashSet();
        return [.. families[..train.Length].Select(guarded.Contains)];
    }
}
