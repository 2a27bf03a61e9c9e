using System.Text.Json.Nodes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Continuations of test tunes and their measures.</summary>
/// <param name="Takes">Continuations of up to <see cref="Excerpt.ContinuationBars"/> bars; may be empty.</param>
/// <param name="FormTakes">Continuations of up to <see cref="Excerpt.FormBars"/> bars; may be empty.</param>
/// <param name="Measures">The measures of the takes.</param>
/// <param name="Form">The measures of the longer ones.</param>
/// <param name="Register">How far takes lie from their prompts.</param>
/// <param name="NoteMilliseconds">The time that each note took.</param>
internal sealed record ContinuationScore(
    IReadOnlyList<ContinuedExcerpt> Takes, IReadOnlyList<ContinuedExcerpt> FormTakes, TakeMeasures Measures, FormMeasures Form,
    RegisterMeasures Register, IReadOnlyList<double> NoteMilliseconds)
{
    /// <summary>Writes all metrics.</summary>
    public void AddTo(JsonObject metrics)
    {
        metrics["takes"] = Takes.Count;
        if (NoteMilliseconds.Count > 0)
        {
            double[] sorted = [.. NoteMilliseconds.Order()];
            metrics["step_ms_p50"] = Metric.Rounded(sorted[sorted.Length / 2]);
            metrics["step_ms_p99"] = Metric.Rounded(sorted[sorted.Length * 99 / 100]);
        }
        Measures.AddTo(metrics);
        Form.AddTo(metrics);
        Register.AddTo(metrics);
    }
}
