namespace ComposerPlugin.Composing;

/// <summary>
/// How surprising a choice is to the model, in bits: -log2 of its probability at temperature 1 and without masks. This is the information
/// content of the literature (Pearce and Wiggins, Expectation in Melody: The Influence of Context and Learning, 2006); that of a note is
/// the sum of those of its IOI, its pitch given the IOI, and its duration given both.
/// </summary>
internal static class InformationContent
{
    /// <summary>The surprise of a class; infinite if its probability is 0, NaN if a logit is NaN.</summary>
    /// <param name="logits">One for each class.</param>
    /// <param name="chosen">The class.</param>
    public static float Bits(ReadOnlySpan<float> logits, int chosen)
    {
        float highest = float.NegativeInfinity;
        foreach (float logit in logits)
            highest = Math.Max(highest, logit);
        double total = 0;
        foreach (float logit in logits)
            total += MathF.Exp(logit - highest);
        return (float)(Math.Log2(total) + ((highest - logits[chosen]) / Math.Log(2)));
    }
}
