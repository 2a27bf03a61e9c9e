using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>One measure of generated continuations, compared with continuations of another origin.</summary>
/// <param name="Name">Its key in the metrics.</param>
/// <param name="Title">Its title in reports.</param>
/// <param name="Other">The other origin, a suffix of metric keys: <c>human</c>, the tunes themselves, or <c>ngram</c>, the
/// baseline.</param>
/// <param name="Generated">The values of the style's continuations.</param>
/// <param name="Compared">The values of the others.</param>
/// <param name="IsByTune">Whether there is one value for each tune, so that the style's mean has an interval too.</param>
internal sealed record ComparedMeasure(
    string Name, string Title, string Other, IReadOnlyList<double> Generated, IReadOnlyList<double> Compared, bool IsByTune = false)
{
    public const string Human = "human";
    public const string Ngram = "ngram";

    /// <summary>
    /// Writes both means, the 95 % interval of the other mean, and for human continuations the 5th and 95th percentile; by tune, the
    /// interval of the style's mean instead. Writes nothing if either has no values.
    /// </summary>
    public void AddTo(JsonObject metrics)
    {
        if (Generated.Count == 0 || Compared.Count == 0)
            return;
        var compared = MeanInterval.FromValues(Compared);
        metrics[Name] = Metric.Rounded(Generated.Average());
        if (IsByTune)
        {
            var generated = MeanInterval.FromValues(Generated);
            metrics[$"{Name}_low"] = Metric.Rounded(generated.Low);
            metrics[$"{Name}_high"] = Metric.Rounded(generated.High);
        }
        metrics[$"{Name}_{Other}"] = Metric.Rounded(compared.Mean);
        metrics[$"{Name}_{Other}_low"] = Metric.Rounded(compared.Low);
        metrics[$"{Name}_{Other}_high"] = Metric.Rounded(compared.High);
        if (Other != Human || IsByTune)
            return;
        var range = CentralRange.FromValues(Compared);
        metrics[$"{Name}_{Other}_from"] = Metric.Rounded(range.From);
        metrics[$"{Name}_{Other}_to"] = Metric.Rounded(range.To);
    }
}
