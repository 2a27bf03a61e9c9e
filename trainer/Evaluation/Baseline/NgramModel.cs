using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The baseline as a melody model: its continuations are sampled by the same code, with the same controls and seeds, as a style's.
/// </summary>
internal sealed class NgramModel : MelodyModel
{
    private const float Unlikely = -20;

    private readonly MotifMemory _memory = new();
    private readonly NoteEncoder _encoder;
    private readonly MotifPredictor _predictor;
    private readonly NgramChoice[] _choices;
    private readonly int _velocity;
    private readonly float[] _ioi = new float[Vocabulary.Iois];
    private readonly float[] _pitch = new float[Vocabulary.Pitches];
    private readonly float[] _duration = new float[Vocabulary.Durations];
    private readonly float[] _velocities = new float[Vocabulary.Velocities];
    private readonly PromptRange _range;
    private (int Lowest, int Highest) _pitches = (0, Vocabulary.Pitches - 1);
    private Meter _meter = Meter.Common;
    private NoteEncoder.Mark _mark;
    private bool _isStarted;

    /// <summary>Learns the train tunes of a data set, and fits on its valid tunes.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="velocity">The MIDI velocity of all notes.</param>
    public NgramModel(DataSet data, double velocity)
    {
        _encoder = new(_memory);
        _predictor = new(_encoder);
        _velocity = Vocabulary.VelocityClass((byte)velocity);
        var fitted = data.Valid.Count > 0 ? data.Valid : data.Train;
        _range = PromptRange.Fit(fitted);
        NgramTune[] train = Tunes(data.Train), valid = Tunes(fitted);
        var validTuneChains = TuneChains.Predict(StepRows.FromPhrases(fitted.Select(tune => tune.Phrase)));
        _choices = [.. Enum.GetValues<NoteAttribute>().Select(attribute => new NgramChoice(attribute, train, valid, validTuneChains))];
    }

    /// <summary>Sets the meter and the range of pitches before the first step of a prompt.</summary>
    public void Expect(Phrase prompt)
    {
        _meter = prompt.Meter;
        _pitches = _range.After(prompt);
    }

    public override ReadOnlySpan<float> IoiLogits()
    {
        var predictions = Choice(NoteAttribute.Timing).Predictions;
        _predictor.Timing(predictions.AllProbabilities, predictions.AllFeatures);
        var expected = _encoder.Expected;
        return Logits(NoteAttribute.Timing, ioi => expected with { Ioi = ioi, Rest = (int)_encoder.RestAtZeroIoi + ioi }, _ioi);
    }

    public override void Reset() => _isStarted = false;

    public override void Advance(in StepInput input)
    {
        if (_isStarted)
            _encoder.Push(new(input.Ioi, input.Pitch, input.Duration, _velocity));
        else
            _encoder.Start(_meter, 0, pickup: input.Bar == Vocabulary.BarCycle - 1);
        _isStarted = true;
    }

    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition)
    {
        var predictions = Choice(NoteAttribute.Pitch).Predictions;
        _predictor.Pitch(ioi, predictions.AllProbabilities, predictions.AllFeatures);
        var expected = After(ioi);
        float[] logits = Logits(NoteAttribute.Pitch, pitch => expected with { Pitch = pitch }, _pitch);
        for (int pitch = 0; pitch < logits.Length; pitch++)
            logits[pitch] = pitch < _pitches.Lowest || pitch > _pitches.Highest ? Unlikely : logits[pitch];
        return logits;
    }

    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition)
    {
        var predictions = Choice(NoteAttribute.Duration).Predictions;
        _predictor.Duration(ioi, pitch, predictions.AllProbabilities, predictions.AllFeatures);
        var expected = After(ioi) with { Pitch = pitch };
        return Logits(NoteAttribute.Duration, duration => expected with { Duration = duration }, _duration);
    }

    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition)
    {
        _velocities.AsSpan().Fill(Unlikely);
        _velocities[_velocity] = 0;
        return _velocities;
    }

    public override void Mark() => _mark = _encoder.Here();

    public override void Return() => _encoder.Return(_mark);

    // Holds no unmanaged resources.
    protected override void Dispose(bool disposing)
    {
    }

    private MotifNote After(int ioi) => _encoder.Expected with
    {
        Ioi = ioi,
        Rest = (int)_encoder.RestAtZeroIoi + ioi,
        BarPosition = _encoder.BarPositionAt(_encoder.Onset + ioi),
    };

    private NgramChoice Choice(NoteAttribute attribute) => _choices[(int)attribute];

    private float[] Logits(NoteAttribute attribute, Func<int, MotifNote> candidate, float[] logits)
    {
        Choice(attribute).Logits(_memory, [.. Enumerable.Range(0, logits.Length).Select(candidate)], logits);
        return logits;
    }

    private static NgramTune[] Tunes(IEnumerable<Tune> tunes) => [.. tunes.Select(tune => new NgramTune(tune.Phrase))];
}
