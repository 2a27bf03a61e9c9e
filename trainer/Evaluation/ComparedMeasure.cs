using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>One measure of generated continuations, compared with continuations of another origin.</summary>
/// <param name="Name">Its key in the metrics.</param>
/// <param name="Title">Its title in reports.</param>
/// <param name="Other">The other origin, a suffix of metric keys: <c>human</c>, the tunes themselves, <c>ngram</c>, the baseline, or
/// <c>phrase</c>, the prompt again.</param>
/// <param name="Generated">The values of the style's continuations.</param>
/// <param name="Compared">The values of the others.</param>
/// <param name="IsByTune">Whether there is one value for each tune, so that the style's mean has an interval too.</param>
internal sealed record ComparedMeasure(
    string Name, string Title, string Other, IReadOnlyList<double> Generated, IReadOnlyList<double> Compared, bool IsByTune = false)
{
    public const string Human = "human";
    public const string Ngram = "ngram";
    public const string Phrase = "phrase";

    /// <summary>
    /// Writes both means and the 95 % interval of the other; by tune, also that of the style, otherwise for human continuations the 5th and
    /// 95th percentile. Writes nothing if either has no values.
    /// </summary>
    public void AddTo(JsonObject metrics)
    {
        if (Generated.Count == 0 || Compared.Count == 0)
            return;
        if (IsByTune)
        {
            AddByTune(metrics, Name, Generated);
            AddByTune(metrics, $"{Name}_{Other}", Compared);
            return;
        }
        var compared = MeanInterval.FromValues(Compared);
        metrics[Name] = Metric.Rounded(Generated.Average());
        metrics[$"{Name}_{Other}"] = Metric.Rounded(compared.Mean);
        metrics[$"{Name}_{Other}_low"] = Metric.Rounded(compared.Low);
        metrics[$"{Name}_{Other}_high"] = Metric.Rounded(compared.High);
        if (Other != Human)
            return;
        var range = CentralRange.FromValues(Compared);
        metrics[$"{Name}_{Other}_from"] = Metric.Rounded(range.From);
        metrics[$"{Name}_{Other}_to"] = Metric.Rounded(range.To);
    }

    /// <summary>
    /// Writes the mean of a value of each tune, and its 95 % interval by a bootstrap: shares are seldom normally distributed.
    /// </summary>
    public static void AddByTune(JsonObject metrics, string name, IReadOnlyList<double> values)
    {
        var range = Bootstrap.Interval(values);
        metrics[name] = Metric.Rounded(values.Average());
        metrics[$"{name}_low"] = Metric.Rounded(range.From);
        metrics[$"{name}_high"] = Metric.Rounded(range.To);
    }
}
