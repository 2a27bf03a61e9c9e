using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution with regard to its input: what a convolution shrinks, this widens.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long inputs, long outputs, long kernel, long stride, long padding, long outputPadding, long dilation,
        PaddingModes mode, long groups, bool bias, ScalarType? dtype)
        : base(name, true, inputs, outputs, kernel, stride, padding, null, dilation, outputPadding, groups, bias, mode, dtype)
    {
    }

    public abstract Tensor forward(Tensor input, long[]? output_size);

    public override Tensor forward(Tensor input) => forward(input, null);
}
