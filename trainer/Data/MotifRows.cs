using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// The motif predictions of a tune from its own earlier notes: for each step and chain the probability of the actual class and the
/// features of the prediction. The chains of an attribute follow each other; those of the form memory come after those of its motifs.
/// </summary>
/// <param name="rows">The number of steps.</param>
/// <param name="form">Whether there are chains of the form memory.</param>
internal sealed class MotifRows(int rows, bool form = false)
{
    /// <summary>Values of a chain: the probability, then the features.</summary>
    public const int PerChain = 1 + MotifPredictor.Features;

    private readonly float[] _values = new float[rows * ChainCount(form) * PerChain];

    /// <summary>Values of a row.</summary>
    public int PerRow { get; } = ChainCount(form) * PerChain;

    /// <summary>The number of chains of all attributes.</summary>
    public static int ChainCount(bool form) => First(NoteAttribute.Duration, form) + MotifPredictor.Chains(NoteAttribute.Duration, form);

    /// <summary>The index of an attribute's first chain.</summary>
    public static int First(NoteAttribute attribute, bool form) => attribute switch
    {
        NoteAttribute.Timing => 0,
        NoteAttribute.Pitch => MotifPredictor.Chains(NoteAttribute.Timing, form),
        _ => MotifPredictor.Chains(NoteAttribute.Timing, form) + MotifPredictor.Chains(NoteAttribute.Pitch, form),
    };

    /// <summary>The values of consecutive rows, (rows, chains, 1 + features).</summary>
    public ReadOnlySpan<float> Slice(int first, int count) => _values.AsSpan(first * PerRow, count * PerRow);

    /// <summary>The probability that a chain gave to the actual class, and the length of the longest context that it matched.</summary>
    public (double Probability, int Matched) Prediction(int row, int chain)
    {
        var prediction = At(row, chain);
        return (prediction[0], MotifPredictor.Matched(prediction[1..]));
    }

    /// <summary>Stores the predictions of an attribute's chains.</summary>
    /// <param name="row">The step.</param>
    /// <param name="attribute">The predicted attribute.</param>
    /// <param name="actual">The actual class.</param>
    /// <param name="predictions">The predictions.</param>
    public void Write(int row, NoteAttribute attribute, int actual, PredictionBuffer predictions)
    {
        int first = First(attribute, form);
        for (int chain = 0; chain < MotifPredictor.Chains(attribute, form); chain++)
        {
            var values = At(row, first + chain);
            values[0] = predictions.Probabilities(chain)[actual];
            predictions.Features(chain).CopyTo(values[1..]);
        }
    }

    private Span<float> At(int row, int chain) => _values.AsSpan((row * PerRow) + (chain * PerChain), PerChain);
}
