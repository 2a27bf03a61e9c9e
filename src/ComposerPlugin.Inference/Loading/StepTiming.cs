using System.Diagnostics;
using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>Measures the inference time of a style.</summary>
internal static class StepTiming
{
    private const int Notes = 24, WarmUpNotes = 8;
    private const int Ioi = Ticks.PerQuarter / 2;

    /// <summary>[loader] The median time of one step and its four heads, in milliseconds, after a warm-up.</summary>
    public static double MillisecondsPerNote(LoadedStyle style)
    {
        using var model = style.CreateModel();
        var encoder = new NoteEncoder(new MotifMemory(2 * Notes));
        model.Motifs = new(encoder);
        model.Reset();
        model.Advance(encoder.Input);
        model.BeginAnswer(new(0, 0, 1, 0, Meter.Common, 0, 0));
        var times = new List<double>();
        for (int note = 0; note < Notes; note++)
        {
            long began = Stopwatch.GetTimestamp();
            int pitch = (style.File.PitchRange.Lowest + style.File.PitchRange.Highest) / 2;
            model.IoiLogits();
            model.PitchLogits(Ioi, encoder.BarPositionAt(encoder.Onset + Ioi));
            model.DurationLogits(Ioi, pitch, 0);
            model.VelocityLogits(pitch, 0, 0);
            encoder.Push(new(Ioi, pitch, Vocabulary.DurationClass(Ioi), 0));
            model.Advance(encoder.Input);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.RemoveRange(0, WarmUpNotes);
        times.Sort();
        return times[times.Count / 2];
    }
}
