using System.Text.Json.Nodes;
using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How continuations are drawn, as by a new instance of the plugin.</summary>
/// <param name="Temperature">The sampling temperature relative to the style's.</param>
/// <param name="TopP">Nucleus sampling, as in <see cref="AnswerControls"/>.</param>
internal readonly record struct TakeControls(double Temperature, double TopP)
{
    /// <summary>The style's own controls.</summary>
    public static TakeControls Of(StyleFile style) =>
        new(StyleControls.DefaultTemperature, style.Controls?.TopP ?? StyleControls.DefaultTopP);

    /// <summary>Writes them beside the metrics.</summary>
    public void AddTo(JsonObject metrics)
    {
        metrics["temperature"] = Metric.Rounded(Temperature);
        metrics["top_p"] = Metric.Rounded(TopP);
    }

    /// <summary>The controls of a take: the grid of the prompt, the form of the style, and a seed of its own.</summary>
    /// <param name="excerpt">The excerpt.</param>
    /// <param name="take">The number of the take, from 0.</param>
    public AnswerControls For(Excerpt excerpt, int take) =>
        new(AnswerGrid.Choose(excerpt.Prompt), (float)Temperature, (float)TopP, (uint)take + 1) { Form = AnswerForm.AsStyle };
}
