using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>Goes through tunes step by step, and has ready what a model reads before each step and what the tune's own motifs foretell of it.</summary>
internal sealed class TuneReader
{
    private readonly NoteEncoder _encoder = new(new MotifMemory());
    private readonly MotifForecast _forecast;

    public TuneReader() => _forecast = new(_encoder);

    /// <summary>What a model reads now.</summary>
    public StepInput Input => _encoder.Input;

    public ForecastBuffer Timing { get; } = new(NoteAttribute.Timing);

    public ForecastBuffer Pitch { get; } = new(NoteAttribute.Pitch);

    public ForecastBuffer Duration { get; } = new(NoteAttribute.Duration);

    /// <summary>Begins a tune whose first onset is counted from a bar line.</summary>
    public static void Start(NoteEncoder encoder, Phrase phrase)
    {
        int first = phrase.Count > 0 ? phrase[0].Onset % phrase.Meter.BarTicks : 0;
        encoder.Start(phrase.Meter, 0, NoteEncoder.IsPickup(first, phrase.Meter));
    }

    /// <inheritdoc cref="Start(NoteEncoder, Phrase)"/>
    public void Start(Phrase phrase) => Start(_encoder, phrase);

    /// <summary>Begins music without a pickup.</summary>
    public void Start(Meter meter) => _encoder.Start(meter, 0);

    /// <summary>The place in the bar where a note after this gap begins.</summary>
    public int BarPositionAfter(int ioi) => _encoder.BarPositionAt(_encoder.Onset + ioi);

    /// <summary>Foretells each attribute of a step, knowing those before it. Of a step without a note only <see cref="Timing"/>.</summary>
    public void Foretell(NoteStep step)
    {
        ForetellTiming();
        if (!step.IsNote)
            return;
        ForetellPitch(step.Ioi);
        ForetellDuration(step.Ioi, step.Pitch);
    }

    public void ForetellTiming() => _forecast.Timing(Timing.AllProbabilities, Timing.AllFeatures);

    public void ForetellPitch(int ioi) => _forecast.Pitch(ioi, Pitch.AllProbabilities, Pitch.AllFeatures);

    public void ForetellDuration(int ioi, int pitch) => _forecast.Duration(ioi, pitch, Duration.AllProbabilities, Duration.AllFeatures);

    /// <summary>Goes on behind a step.</summary>
    public void Take(NoteStep step) => _encoder.Push(step);
}
