namespace ComposerPlugin.Music;

/// <summary>
/// Predicts the next note by copying from the references of the <see cref="FormMemory"/>: one chain for each reference, whose whole
/// probability is on the class that stood there, and for pitches as many again that move it by the steps of the last note
/// (<see cref="FormReference.Steps"/>), so that a sequence goes on. A chain that knows nothing here has no probability at all; its second
/// feature is 0, and a gate must not give it weight. Allocates nothing.
/// </summary>
public sealed class FormPredictor(NoteEncoder encoder)
{
    /// <summary>The number of confidence features of a chain, as many as those of a <see cref="MotifPredictor"/>.</summary>
    public const int Features = MotifPredictor.Features;

    /// <summary>The feature that is 1 if a chain knows a class here, else 0.</summary>
    public const int KnownFeature = 1;

    /// <summary>The feature that tells how many of the last notes kept the reference's rhythm.</summary>
    public const int RhythmFeature = 3;

    /// <summary>The number of chains of an attribute.</summary>
    public static int Chains(NoteAttribute attribute) =>
        attribute == NoteAttribute.Pitch ? 2 * FormMemory.References : FormMemory.References;

    /// <summary>The reference of a chain.</summary>
    public static int ReferenceOf(int chain) => chain % FormMemory.References;

    /// <summary>Whether a chain of pitches moves them by steps of the scale.</summary>
    public static bool IsTransposed(int chain) => chain >= FormMemory.References;

    /// <summary>Predicts the IOI class of the next note: that of the note that is due.</summary>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">
    /// Output, [chains, <see cref="Features"/>]: <see cref="FormReference.Run"/>, whether a note is due,
    /// <see cref="FormReference.Followed"/>, <see cref="FormReference.Rhythm"/>; counts are shares of <see cref="FormMemory.Window"/>.
    /// </param>
    public void Timing(Span<float> probabilities, Span<float> features)
    {
        var hint = encoder.Form;
        for (int reference = 0; reference < FormMemory.References; reference++)
        {
            var at = hint.Reference(reference);
            Write(reference, Vocabulary.Iois, at.IsDue ? at.Ioi : -1, probabilities,
                Slice(features, reference), at.Run, at.Followed, at.Rhythm);
        }
    }

    /// <summary>Predicts the pitch, given the IOI: what stood where the next note begins, then the same transposed.</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">
    /// Output, [chains, <see cref="Features"/>], as for <see cref="Timing"/>; of the transposed chains <see cref="FormReference.StepsRun"/>
    /// and the steps, as a share of <see cref="FormReference.MostSteps"/>, in place of run and followed.
    /// </param>
    public void Pitch(int ioi, Span<float> probabilities, Span<float> features)
    {
        var hint = encoder.Form;
        for (int reference = 0; reference < FormMemory.References; reference++)
        {
            var at = hint.Reference(reference);
            bool stood = encoder.TryForm(reference, ioi, out var note);
            Write(reference, Vocabulary.Pitches, stood ? note.Pitch : -1, probabilities,
                Slice(features, reference), at.Run, at.Followed, at.Rhythm);
            int steps = at.Steps - FormReference.UnisonSteps, key = encoder.Key;
            int moved = stood && at.IsTransposed && key > 0 ? DiatonicSteps.Move(note.Pitch, steps, key) : -1;
            int chain = FormMemory.References + reference;
            Write(chain, Vocabulary.Pitches, moved < Vocabulary.Pitches ? moved : -1, probabilities,
                Slice(features, chain), at.StepsRun, (float)steps * FormMemory.Window / FormReference.MostSteps, at.Rhythm);
        }
    }

    /// <summary>Predicts the duration class, given the IOI and the pitch: that of the note that stood where the next note begins.</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="pitch">The sampled pitch.</param>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">
    /// Output, [chains, <see cref="Features"/>], as for <see cref="Timing"/>; in place of followed, 1 if that note has the same pitch.
    /// </param>
    public void Duration(int ioi, int pitch, Span<float> probabilities, Span<float> features)
    {
        var hint = encoder.Form;
        for (int reference = 0; reference < FormMemory.References; reference++)
        {
            var at = hint.Reference(reference);
            bool stood = encoder.TryForm(reference, ioi, out var note);
            Write(reference, Vocabulary.Durations, stood ? note.Duration : -1, probabilities,
                Slice(features, reference), at.Run, stood && note.Pitch == pitch ? FormMemory.Window : 0, at.Rhythm);
        }
    }

    private static Span<float> Slice(Span<float> features, int chain) => features.Slice(chain * Features, Features);

    private static void Write(
        int chain, int classes, int known, Span<float> probabilities, Span<float> features, float first, float third, float fourth)
    {
        var row = probabilities.Slice(chain * classes, classes);
        row.Clear();
        features.Clear();
        if (known < 0)
            return;
        row[known] = 1;
        features[0] = first / FormMemory.Window;
        features[KnownFeature] = 1;
        features[2] = third / FormMemory.Window;
        features[RhythmFeature] = fourth / FormMemory.Window;
    }
}
