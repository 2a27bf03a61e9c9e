using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The result of an epoch.</summary>
/// <param name="Progress">The progress of the run.</param>
/// <param name="Valid">Bits per note on the validation tunes.</param>
/// <param name="Best">Whether that is the best so far.</param>
/// <param name="Rate">The learning rate of the next step.</param>
internal readonly record struct EpochReport(RunProgress Progress, BitsPerNote Valid, bool Best, double Rate)
{
    public override string ToString() =>
        $"epoch {Progress.Epoch}: {Progress.Minutes:F1} min, step {Progress.Step}, "
            + $"train {Progress.Train}, valid {Valid}{(Best ? ", best so far" : "")}";

    /// <summary>The same as a line of <c>--json</c> output.</summary>
    public JsonObject ToJson() => new()
    {
        ["epoch"] = Progress.Epoch,
        ["step"] = Progress.Step,
        ["minutes"] = Math.Round(Progress.Minutes, 6),
        ["share"] = Math.Round(Progress.Share, 6),
        ["minutes_left"] = Math.Round(Progress.MinutesLeft, 6),
        ["notes_per_second"] = Math.Round(Progress.NotesPerSecond),
        ["learning_rate"] = Rate,
        ["loss"] = Progress.Loss,
        ["train"] = Json(Progress.Train),
        ["valid"] = Json(Valid),
        ["best"] = Best,
    };

    private static JsonObject Json(BitsPerNote bits) => new()
    {
        ["bits_per_note"] = bits.Total,
        ["timing"] = bits.Timing,
        ["pitch"] = bits.Pitch,
        ["duration"] = bits.Duration,
        ["velocity"] = bits.Velocity,
    };
}
