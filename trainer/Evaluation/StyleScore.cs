using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Scores a style's predictions of tunes, with its graphs as the plugin runs them.</summary>
internal sealed class StyleScore
{
    private long _notes;

    public AttributeScore Timing { get; } = new();
    public AttributeScore Pitch { get; } = new();
    public AttributeScore Duration { get; } = new();
    public AttributeScore Velocity { get; } = new();

    /// <summary>Bits per note.</summary>
    public BitsPerNote Bits => new(Timing.Bits / _notes, Pitch.Bits / _notes, Duration.Bits / _notes, Velocity.Bits / _notes, _notes);

    /// <summary>Scores tunes.</summary>
    public static StyleScore Measure(OnnxMelody onnx, IEnumerable<Phrase> tunes)
    {
        var (score, reader) = (new StyleScore(), new TuneReader(onnx.HasForm));
        foreach (var tune in tunes)
            score.Add(onnx, tune, reader);
        return score;
    }

    private void Add(OnnxMelody onnx, Phrase tune, TuneReader reader)
    {
        int steps = NoteEncoder.Encode(tune).Count;
        var forTiming = new PredictionBuffer(NoteAttribute.Timing, steps, onnx.HasForm);
        var forPitch = new PredictionBuffer(NoteAttribute.Pitch, steps, onnx.HasForm);
        var forDuration = new PredictionBuffer(NoteAttribute.Duration, steps, onnx.HasForm);
        var rows = new StepRows(tune, reader, predicted: row =>
        {
            forTiming.Set(row, reader.Timing);
            forPitch.Set(row, reader.Pitch);
            forDuration.Set(row, reader.Duration);
        });
        var (hidden, _) = onnx.Step(ClassesOf(rows), 1, onnx.EmptyPast(1));
        var ioi = (GraphPorts.Ioi, Columns(rows, Column.NextIoi, 1));
        var pitch = (GraphPorts.Pitch, Columns(rows, Column.NextPitch, 1));
        var duration = (GraphPorts.Duration, Columns(rows, Column.NextDuration, 1));
        var barPosition = (GraphPorts.BarPosition, Columns(rows, Column.NextBarPosition, 1));
        Timing.Add(onnx.Head(GraphRole.Ioi, hidden, 1, rows.Count, forTiming), rows[Column.IoiScored]);
        Pitch.Add(onnx.Head(GraphRole.Pitch, hidden, 1, rows.Count, forPitch, ioi, barPosition), rows[Column.PitchScored]);
        Duration.Add(
            onnx.Head(GraphRole.Duration, hidden, 1, rows.Count, forDuration, ioi, pitch, barPosition), rows[Column.DurationScored]);
        Velocity.Add(onnx.Head(GraphRole.Velocity, hidden, 1, rows.Count, null, pitch, duration, barPosition), rows[Column.VelocityScored]);
        _notes += rows.Notes;
    }

    private static StepClasses ClassesOf(StepRows rows)
    {
        long[] form = rows.Form is null ? [] : new long[rows.Count * FormHint.Length];
        if (rows.Form is not null)
            FormRows.Copy(rows.Form.Slice(0, rows.Count), form, semitones: 0);
        return new(
            Columns(rows, Column.Pitch, Column.NoteColumns), Columns(rows, Column.BarPosition, Column.BarPositionColumns),
            Columns(rows, Column.HintPitch, Column.HintColumns), form);
    }

    /// <summary>Adjacent columns, (n, count) in row-major order.</summary>
    public static long[] Columns(StepRows rows, int first, int count)
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
