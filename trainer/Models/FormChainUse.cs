using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Configuration;

namespace ComposerPlugin.Trainer.Models;

/// <summary>Which of an attribute's motif and form chains a gate may choose, and which features it reads.</summary>
/// <param name="Chains">1 for each chain that it may choose, else 0; the form chains come after those of the motifs.</param>
/// <param name="Features">(chains, features), 1 for each feature that it reads, else 0.</param>
/// <param name="Forms">1 for each form chain, which can be unknown, else 0.</param>
internal sealed record FormChainUse(float[] Chains, float[] Features, float[] Forms)
{
    /// <summary>The use that a configuration makes of an attribute's chains.</summary>
    public static FormChainUse Of(TrainConfig config, NoteAttribute attribute)
    {
        int motifs = MotifPredictor.Chains(attribute), count = MotifPredictor.Chains(attribute, form: true);
        float[] chains = new float[count], forms = new float[count], features = new float[count * MotifPredictor.Features];
        Array.Fill(chains, 1);
        Array.Fill(features, 1);
        for (int chain = motifs; chain < count; chain++)
        {
            int form = chain - motifs;
            forms[chain] = 1;
            bool used = (config.FormOpening || FormPredictor.ReferenceOf(form) != FormMemory.Opening)
                && (config.FormDiatonic || !FormPredictor.IsTransposed(form));
            chains[chain] = used ? 1 : 0;
            for (int feature = 0; feature < MotifPredictor.Features; feature++)
            {
                bool read = used && (config.FormRhythm || feature != FormPredictor.RhythmFeature);
                features[(chain * MotifPredictor.Features) + feature] = read ? 1 : 0;
            }
        }
        return new(chains, features, forms);
    }
}
