using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Data;

/// <summary>The tunes of one or more data sets for a training run.</summary>
/// <param name="Train">The tunes to learn.</param>
/// <param name="Weights">How often each is drawn per epoch, on average.</param>
/// <param name="Valid">The tunes for validation.</param>
/// <param name="LeftOut">The number of training tunes left out because they are related to a tune held out in another set.</param>
internal sealed record TrainingTunes(IReadOnlyList<Tune> Train, IReadOnlyList<double> Weights, IReadOnlyList<Tune> Valid, int LeftOut)
{
    /// <summary>Reads data sets.</summary>
    /// <param name="folders">Their folders.</param>
    /// <param name="weights">How often the tunes of each are drawn per epoch; empty for once.</param>
    /// <param name="config">Styles, and weights of sources, which multiply the others.</param>
    /// <exception cref="BadInputException">A folder is not a data set, nothing is left to learn, or the weights do not fit the
    /// data.</exception>
    public static TrainingTunes Read(IReadOnlyList<string> folders, IReadOnlyList<double> weights, TrainConfig config)
    {
        if (weights.Count > 0 && weights.Count != folders.Count)
            throw new BadInputException(
                $"train: --weights has {weights.Count} numbers for {folders.Count} data sets; give one for each --data, comma-separated.");
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
            : throw new BadInputException(
                $"{string.Join(", ", folders)}: no tune with a note to train on; prepare from more files, or give a weight above 0.");
    }

    /// <summary>Checks that there are tunes of every style of the configuration.</summary>
    /// <exception cref="BadInputException">A style has no tune.</exception>
    public void CheckStyles(TrainConfig config) => CheckNames(config.Styles, Train);

    /// <summary>The same tunes cut into segments of whole bars.</summary>
    /// <exception cref="BadInputException">No segment has two notes.</exception>
    public TrainingTunes InSegments(int bars)
    {
        var train = Train.Zip(Weights)
            .SelectMany(drawn => Cut(drawn.First, bars).Select(tune => (Tune: tune, Weight: drawn.Second))).ToList();
        return train.Count > 0
            ? new([.. train.Select(drawn => drawn.Tune)], [.. train.Select(drawn => drawn.Weight)],
                [.. Valid.SelectMany(tune => Cut(tune, bars))], LeftOut)
            : throw new BadInputException($"no tune has a segment of {bars} bars with two notes to train on; prepare from more files.");
    }

    /// <summary>The training tunes as rows.</summary>
    /// <param name="config">Which sources are styles.</param>
    public WeightedRows[] TrainRows(TrainConfig config) =>
        [.. Rows(Train, config).Zip(Weights, (rows, weight) => new WeightedRows(rows, weight))];

    /// <summary>The validation tunes as rows.</summary>
    /// <param name="config">Which sources are styles.</param>
    public StepRows[] ValidRows(TrainConfig config) => Rows(Valid, config);

    private static IEnumerable<Tune> Cut(Tune tune, int bars) =>
        BarWindows.Cut(tune.Phrase, bars).Select(phrase => tune with { Phrase = phrase });

    private static StepRows[] Rows(IReadOnlyList<Tune> tunes, TrainConfig config) =>
        StepRows.FromPhrases(tunes.Select(tune => (tune.Phrase, config.TokenOf(tune.Source))), config.Form);

    private static void CheckNames(IEnumerable<string> names, IEnumerable<Tune> tunes)
    {
        string[] known = [.. tunes.Select(tune => tune.Source).Distinct().Order()];
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new BadInputException(
                $"train: no tune comes from the source \"{unknown}\" in the configuration; "
                + $"the data has {string.Join(", ", known.Select(source => $"\"{source}\""))}.");
    }

    // Each data set is divided separately: a test tune of one may be related to a training tune of another.
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
