using ComposerPlugin.Models;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How well a style foretells tunes, measured with its graphs as the plugin runs them.</summary>
internal sealed class StyleScore
{
    private long _notes;

    public AttributeScore Timing { get; } = new();
    public AttributeScore Pitch { get; } = new();
    public AttributeScore Duration { get; } = new();
    public AttributeScore Velocity { get; } = new();

    /// <summary>Bits per note.</summary>
    public BitsPerNote Bits => new(Timing.Bits / _notes, Pitch.Bits / _notes, Duration.Bits / _notes, Velocity.Bits / _notes, _notes);

    public static StyleScore Of(OnnxMelody onnx, IEnumerable<StepRows> tunes)
    {
        var score = new StyleScore();
        foreach (var rows in tunes)
            score.Add(onnx, rows);
        return score;
    }

    private void Add(OnnxMelody onnx, StepRows rows)
    {
        var (hidden, gapLogits, _) = onnx.Step(Columns(rows, Column.Pitch, 3), Columns(rows, Column.Place, 3), Columns(rows, Column.HintPitch, 4), 1, onnx.EmptyPast(1));
        var (gap, place) = (("gap", Columns(rows, Column.NextGap, 1)), ("place", Columns(rows, Column.NextPlace, 1)));
        var (pitch, duration) = (("pitch", Columns(rows, Column.NextPitch, 1)), ("duration", Columns(rows, Column.NextDuration, 1)));
        Timing.Add(gapLogits, rows[Column.GapScored]);
        Pitch.Add(onnx.Head(GraphRole.Pitch, hidden, 1, gap, place), rows[Column.PitchScored]);
        Duration.Add(onnx.Head(GraphRole.Duration, hidden, 1, gap, pitch, place), rows[Column.DurationScored]);
        Velocity.Add(onnx.Head(GraphRole.Velocity, hidden, 1, pitch, duration, place), rows[Column.VelocityScored]);
        _notes += rows.Notes;
    }

    // (n, count) in row-major order
    private static long[] Columns(StepRows rows, int first, int count)
    {
        long[] values = new long[rows.Count * count];
        for (int column = 0; column < count; column++)
        {
            var source = rows[first + column];
            for (int row = 0; row < source.Length; row++)
                values[(row * count) + column] = source[row];
        }
        return values;
    }
}
