using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

/// <summary>A second model of a style that reads notes beside the worker's and computes their bits in another way.</summary>
internal sealed class ReadingModel : IDisposable
{
    private readonly MelodyModel _model;
    private readonly NoteEncoder _encoder = new(new MotifMemory(Capacities.MotifNotes));

    public ReadingModel(LoadedStyle style)
    {
        _model = style.CreateModel();
        _model.Motifs = new(_encoder);
        _encoder.Start(Meter.Common, 0);
        _model.Reset();
        _model.Advance(_encoder.Input);
    }

    public float Memory
    {
        set => _model.Memory = value;
    }

    public void Dispose() => _model.Dispose();

    /// <summary>The bits of the next note; then reads it.</summary>
    /// <param name="note">The note, as the model reads it.</param>
    /// <param name="hasGivenIoi">Whether its IOI is given, so that it has no bits.</param>
    public double Read(TimedNote note, bool hasGivenIoi = false)
    {
        int ioi = (int)(note.Onset - _encoder.Onset), pitch = note.Pitch.Number, duration = Vocabulary.DurationClass(note.Duration);
        int barPosition = (int)(note.Onset % ComposerStage.Bar);
        double probability = hasGivenIoi ? 1 : Probability(_model.IoiLogits(), ioi);
        probability *= Probability(_model.PitchLogits(ioi, barPosition), pitch);
        probability *= Probability(_model.DurationLogits(ioi, pitch, barPosition), duration);
        _encoder.Push(new(ioi, pitch, duration, Vocabulary.VelocityClass(note.Velocity)));
        _model.Advance(_encoder.Input);
        return -Math.Log2(probability);
    }

    private static double Probability(ReadOnlySpan<float> logits, int chosen)
    {
        double total = 0;
        foreach (float logit in logits)
            total += Math.Exp(logit);
        return Math.Exp(logits[chosen]) / total;
    }
}
