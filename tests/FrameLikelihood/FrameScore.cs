using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// How well models predict sequences. Several models, and several transpositions of their inputs, are averaged choice by choice: the mean
/// of their probabilities of each key with independent outputs, of each next key given those below it with the autoregressive output. The
/// mean of distributions is a distribution, so the result is a likelihood, like that of one model.
/// </summary>
/// <param name="Nats">Minus the log-likelihood of a frame, in nats, over all frames but each sequence's first.</param>
/// <param name="Frames">How many frames.</param>
internal readonly record struct FrameScore(double Nats, long Frames)
{
    private const int BatchSequences = 16;

    /// <summary>Scores the models.</summary>
    /// <param name="models">The models, all with the same output.</param>
    /// <param name="sequences">The sequences to predict.</param>
    /// <param name="transpositions">How many semitones up and down the models also read them.</param>
    public static FrameScore Of(IReadOnlyList<FrameModel> models, IEnumerable<FrameSequence> sequences, int transpositions = 0)
    {
        using var noGradients = no_grad();
        double sum = 0;
        long frames = 0;
        foreach (var together in FramePlan.Whole(sequences, BatchSequences))
        {
            using var scope = NewDisposeScope();
            var choices = models.SelectMany(model => Choices(model, together, transpositions)).ToArray();
            var mean = choices.Length == 1 ? choices[0] : stack(choices).logsumexp(0) - Math.Log(choices.Length);
            sum -= mean.sum(ScalarType.Float64).item<double>();
            frames += together.Sum(sequence => sequence.Steps);
        }
        return new(sum / frames, frames);
    }

    private static IEnumerable<Tensor> Choices(FrameModel model, FrameSequence[] sequences, int transpositions)
    {
        model.eval();
        for (int semitones = -transpositions; semitones <= transpositions; semitones++)
        {
            var batch = new FrameBatch([.. sequences.Select(sequence => FrameSegment.Whole(sequence, semitones))], model.Config.Inputs);
            yield return model.Choices(batch, semitones);
        }
    }
}
