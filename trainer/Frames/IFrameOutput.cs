using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>A distribution over frames, as a row of choices each of which has a probability. A frame's probability is the product of its choices'.</summary>
internal interface IFrameOutput
{
    /// <summary>The log-probability of each choice that makes up the frames, always in the same order, so that models can be averaged choice by choice.</summary>
    /// <param name="hidden">(frames, width) what the model knows before each frame.</param>
    /// <param name="frames">The frames, as they sound where the model is.</param>
    /// <param name="transposition">How far they are transposed there; the choices are in the order that the frames have without it.</param>
    Tensor Choices(Tensor hidden, IReadOnlyList<Frame> frames, int transposition);
}
