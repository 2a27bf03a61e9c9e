using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>One measure, taken on each generated continuation and, beside it, on each of another origin.</summary>
/// <param name="Name">How figures call it.</param>
/// <param name="Title">What a reader is told.</param>
/// <param name="Other">The other origin, as figures call it: <c>human</c>, the tunes themselves, or <c>ngram</c>, the baseline.</param>
/// <param name="Generated">The style's values.</param>
/// <param name="Compared">The other values.</param>
internal sealed record ComparedMeasure(string Name, string Title, string Other, IReadOnlyList<double> Generated, IReadOnlyList<double> Compared)
{
    public const string Human = "human";
    public const string Ngram = "ngram";

    /// <summary>Writes both means, the 95 % interval of the other one and, of people, where nine tenths of the tunes lie; nothing where there are no values.</summary>
    public void AddTo(JsonObject figures)
    {
        if (Generated.Count == 0 || Compared.Count == 0)
            return;
        var compared = MeanInterval.FromValues(Compared);
        figures[Name] = Metric.Rounded(Generated.Average());
        figures[$"{Name}_{Other}"] = Metric.Rounded(compared.Mean);
        figures[$"{Name}_{Other}_low"] = Metric.Rounded(compared.Low);
        figures[$"{Name}_{Other}_high"] = Metric.Rounded(compared.High);
        if (Other != Human)
            return;
        var range = CentralRange.FromValues(Compared);
        figures[$"{Name}_{Other}_from"] = Metric.Rounded(range.From);
        figures[$"{Name}_{Other}_to"] = Metric.Rounded(range.To);
    }
}
