using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>Reads tunes step by step; before each step it has the model input and the predictions of the tune's own motifs.</summary>
internal sealed class TuneReader
{
    private readonly NoteEncoder _encoder = new(new MotifMemory());
    private readonly MotifPredictor _predictor;

    /// <summary>Creates a reader.</summary>
    /// <param name="form">Whether the predictions include those of the form memory.</param>
    public TuneReader(bool form = false)
    {
        _predictor = new(_encoder);
        HasForm = form;
        Timing = new(NoteAttribute.Timing, form: form);
        Pitch = new(NoteAttribute.Pitch, form: form);
        Duration = new(NoteAttribute.Duration, form: form);
    }

    /// <summary>Whether the predictions include those of the form memory.</summary>
    public bool HasForm { get; }

    /// <summary>The model input before the next step.</summary>
    public StepInput Input => _encoder.Input;

    /// <summary>The motif predictions of the next IOI, after <see cref="PredictTiming"/>.</summary>
    public PredictionBuffer Timing { get; }

    /// <summary>The motif predictions of the next pitch, after <see cref="PredictPitch"/>.</summary>
    public PredictionBuffer Pitch { get; }

    /// <summary>The motif predictions of the next duration, after <see cref="PredictDuration"/>.</summary>
    public PredictionBuffer Duration { get; }

    /// <summary>Starts a tune whose tick 0 is a bar line.</summary>
    public static void Start(NoteEncoder encoder, Phrase phrase)
    {
        int first = phrase.Count > 0 ? phrase[0].Onset % phrase.Meter.BarTicks : 0;
        encoder.Start(phrase.Meter, 0, NoteEncoder.IsPickup(first, phrase.Meter));
    }

    /// <inheritdoc cref="Start(NoteEncoder, Phrase)"/>
    public void Start(Phrase phrase) => Start(_encoder, phrase);

    /// <summary>Starts music without a pickup.</summary>
    public void Start(Meter meter) => _encoder.Start(meter, 0);

    /// <summary>The position in the bar of a note after an IOI class.</summary>
    public int BarPositionAfter(int ioi) => _encoder.BarPositionAt(_encoder.Onset + ioi);

    /// <summary>
    /// Predicts each attribute of a step from the attributes before it; of a step without a note only <see cref="Timing"/>.
    /// </summary>
    public void Predict(NoteStep step)
    {
        PredictTiming();
        if (!step.IsNote)
            return;
        PredictPitch(step.Ioi);
        PredictDuration(step.Ioi, step.Pitch);
    }

    /// <summary>Predicts the IOI.</summary>
    public void PredictTiming() => _predictor.Timing(Timing.AllProbabilities, Timing.AllFeatures);

    /// <summary>Predicts the pitch, given the IOI class.</summary>
    public void PredictPitch(int ioi) => _predictor.Pitch(ioi, Pitch.AllProbabilities, Pitch.AllFeatures);

    /// <summary>Predicts the duration, given IOI class and pitch.</summary>
    public void PredictDuration(int ioi, int pitch) => _predictor.Duration(ioi, pitch, Duration.AllProbabilities, Duration.AllFeatures);

    /// <summary>Advances past a step.</summary>
    public void Advance(NoteStep step) => _encoder.Push(step);
}
