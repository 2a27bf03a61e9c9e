using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>
/// How well models foretell sequences. Several models, and several transpositions of what they read, are averaged choice by choice: the
/// mean of their probabilities, of each key for itself with independent outputs, of each next key given those below it with the
/// autoregressive one. The mean of distributions is one, so the figure is a likelihood as that of one model is.
/// </summary>
/// <param name="Nats">Minus the log-likelihood of a frame, in nats, over all frames but each sequence's first.</param>
/// <param name="Frames">How many frames.</param>
internal readonly record struct FrameScore(double Nats, long Frames)
{
    private const int BatchSequences = 16;

    /// <param name="models">The models, all with the same kind of output.</param>
    /// <param name="sequences">What to foretell.</param>
    /// <param name="transpositions">By how many semitones, at most, the models read it transposed down and up.</param>
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
