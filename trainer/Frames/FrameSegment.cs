namespace ComposerPlugin.Trainer.Frames;

/// <summary>What a model reads of a sequence: a number of frames from a place on, transposed; the frame after each is foretold.</summary>
internal readonly record struct FrameSegment(FrameSequence Sequence, int Start, int Count, int Transposition)
{
    /// <summary>The whole sequence.</summary>
    public static FrameSegment Whole(FrameSequence sequence, int transposition = 0) => new(sequence, 0, sequence.Steps, transposition);
}
