namespace ComposerPlugin.FrameLikelihood;

/// <summary>A part of a sequence, transposed, that a model reads; it predicts the frame after each.</summary>
internal readonly record struct FrameSegment(FrameSequence Sequence, int Start, int Count, int Transposition)
{
    /// <summary>The whole sequence.</summary>
    public static FrameSegment Whole(FrameSequence sequence, int transposition = 0) => new(sequence, 0, sequence.Steps, transposition);
}
