using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// An autoregressive model of a melody. It reads notes one by one and outputs the logits of the next note's inter-onset interval (IOI),
/// pitch, duration and velocity, each conditioned on the attributes sampled before. One instance follows one piece of music. Logits are
/// valid until the next call; classes are those of the <see cref="Vocabulary"/>.
/// </summary>
public abstract class MelodyModel : IDisposable
{
    /// <summary>[worker] Predictions from the motifs of this music, mixed in by models with a gate; null before there is music.</summary>
    public MotifPredictor? Motifs { get; set; }

    /// <summary>[worker] The log weight added to the motifs: 0 as trained; each unit multiplies their weight by e.</summary>
    public virtual float Memory { get; set; }

    /// <summary>[any] Whether the logits are those of the model's probabilities, and not of a plan.</summary>
    public virtual bool HasProbabilities => true;

    /// <summary>
    /// [any] Whether the logits can be read at any time, also while the model listens, without a change of its state. Otherwise only for
    /// the notes of an answer, once each, in their order.
    /// </summary>
    public virtual bool PredictsPlayer => true;

    /// <summary>[worker] The logits of the next IOI after the last <see cref="Advance"/>, [<see cref="Vocabulary.Iois"/>].</summary>
    public abstract ReadOnlySpan<float> IoiLogits();

    /// <summary>[worker] Clears all music.</summary>
    public abstract void Reset();

    /// <summary>
    /// [worker] Called when an answer starts, before its first note, for models that plan ahead. The IOI of that note is given, not
    /// sampled.
    /// </summary>
    /// <param name="start">The parameters of the answer.</param>
    public virtual void BeginAnswer(in AnswerStart start)
    {
    }

    /// <summary>
    /// [worker] Called before <see cref="BeginAnswer"/> if the answer is a variation, for models that can vary a phrase as a whole.
    /// </summary>
    /// <param name="variation">The phrases and the amount of variation.</param>
    /// <returns>Whether the model does so. If not, the caller resamples single notes.</returns>
    public virtual bool Vary(Variation variation) => false;

    /// <summary>
    /// [worker] The next note of the answer is given, at least its IOI or its pitch: models that plan ahead plan up to it, and it counts as
    /// the answer's own, not as heard.
    /// </summary>
    /// <param name="ioi">Its IOI class, 0 to <see cref="Vocabulary.ExactTicks"/>.</param>
    public virtual void GiveIoi(int ioi)
    {
    }

    /// <summary>[worker] Reads one step: the last note, its end in the bar, and the motif hint.</summary>
    public abstract void Advance(in StepInput input);

    /// <summary>[worker] The logits of the next pitch, [<see cref="Vocabulary.Pitches"/>].</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="barPosition">The new onset, in ticks from the bar line (<see cref="NoteEncoder.BarPositionAt"/>).</param>
    public abstract ReadOnlySpan<float> PitchLogits(int ioi, int barPosition);

    /// <summary>[worker] The logits of the next duration, [<see cref="Vocabulary.Durations"/>].</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="pitch">The sampled pitch.</param>
    /// <param name="barPosition">The new onset, in ticks from the bar line.</param>
    public abstract ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition);

    /// <summary>[worker] The logits of the next velocity, [<see cref="Vocabulary.Velocities"/>].</summary>
    /// <param name="pitch">The sampled pitch.</param>
    /// <param name="duration">The sampled duration class.</param>
    /// <param name="barPosition">The new onset, in ticks from the bar line.</param>
    public abstract ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition);

    /// <summary>[worker] Saves the current state for <see cref="Return"/> and replaces the previous mark.</summary>
    public abstract void Mark();

    /// <summary>[worker] Restores the state of the last <see cref="Mark"/>.</summary>
    public abstract void Return();

    /// <summary>[any] Releases the model's native memory; the caller ensures that it is not running.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases native memory.</summary>
    /// <param name="disposing">Whether managed objects may be disposed of.</param>
    protected abstract void Dispose(bool disposing);
}
