using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>A distribution over frames, as a sequence of choices. A frame's probability is the product of those of its choices.</summary>
internal interface IFrameOutput
{
    /// <summary>
    /// The log-probability of each choice of the frames, always in the same order, so that models can be averaged choice by choice.
    /// </summary>
    /// <param name="hidden">(frames, width) the hidden state before each frame.</param>
    /// <param name="frames">The frames as the model reads them, transposed.</param>
    /// <param name="transposition">By how many semitones they are transposed; choices are in the order of the untransposed frames.</param>
    Tensor Choices(Tensor hidden, IReadOnlyList<Frame> frames, int transposition);
}
