using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// A model that reads music note by note and says, in logits, how it might go on: first the gap to the next onset, then the
/// pitch, duration and velocity there, each knowing what was chosen before. One instance follows one piece. Logits are valid
/// until the next call; classes are those of the <see cref="Vocabulary"/>.
/// </summary>
public abstract class MelodyModel : IDisposable
{
    /// <summary>[worker] What the music's own motifs foretell, for a model whose gate mixes it in; null when there is no music yet.</summary>
    public MotifForecast? Motifs { get; set; }

    /// <summary>[worker] How strongly the motifs weigh: 0 as the model has learnt, each 1 more or less multiplies their weight by e.</summary>
    public virtual float Memory { get; set; }

    /// <summary>[worker] The logits of the next gap after the last <see cref="Advance"/>: <see cref="Vocabulary.Iois"/> of them.</summary>
    public abstract ReadOnlySpan<float> IoiLogits();

    /// <summary>[worker] Forgets all music.</summary>
    public abstract void Reset();

    /// <summary>
    /// [worker] Told when an answer begins, before its first note: for models that plan ahead. The gap of that note is not drawn but given.
    /// </summary>
    /// <param name="start">Where and how it begins.</param>
    public virtual void BeginAnswer(in AnswerStart start)
    {
    }

    /// <summary>
    /// [worker] Told before <see cref="BeginAnswer"/> that the coming answer is to vary phrases: for models that can do so as a whole.
    /// </summary>
    /// <param name="variation">The phrases, and how far to go from them.</param>
    /// <returns>Whether it does; if not, notes are drawn anew one by one.</returns>
    public virtual bool Vary(Variation variation) => false;

    /// <summary>[worker] Reads the last note and the place where music goes on.</summary>
    public abstract void Advance(in StepInput input);

    /// <summary>[worker] The logits of the next pitch: <see cref="Vocabulary.Pitches"/> of them.</summary>
    /// <param name="ioi">The gap class chosen.</param>
    /// <param name="barPosition">The place in the bar of the new onset, in ticks (<see cref="NoteEncoder.BarPositionAt"/>).</param>
    public abstract ReadOnlySpan<float> PitchLogits(int ioi, int barPosition);

    /// <summary>[worker] The logits of the next duration: <see cref="Vocabulary.Durations"/> of them.</summary>
    /// <param name="ioi">The gap class chosen.</param>
    /// <param name="pitch">The pitch chosen.</param>
    /// <param name="barPosition">The place in the bar of the new onset, in ticks.</param>
    public abstract ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition);

    /// <summary>[worker] The logits of the next velocity: <see cref="Vocabulary.Velocities"/> of them.</summary>
    /// <param name="pitch">The pitch chosen.</param>
    /// <param name="duration">The duration class chosen.</param>
    /// <param name="barPosition">The place in the bar of the new onset, in ticks.</param>
    public abstract ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition);

    /// <summary>[worker] Remembers the present point; there is one such point, the latest.</summary>
    public abstract void Mark();

    /// <summary>[worker] Goes back to the point of the last <see cref="Mark"/>.</summary>
    public abstract void Return();

    /// <summary>[worker] Gives the model's memory back.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives memory back.</summary>
    /// <param name="disposing">Whether other objects may be touched.</param>
    protected abstract void Dispose(bool disposing);
}
