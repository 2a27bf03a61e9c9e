using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// [batch, inputs, length] to [batch, outputs, length'], where length' = (length - 1) stride - 2 padding + dilation (kernel - 1)
/// + output padding + 1.
/// </summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(
        long inputs, long outputs, long kernel, long stride, long padding, long outputPadding, long dilation, PaddingModes mode,
        long groups, bool bias, ScalarType? dtype)
        : base(nameof(ConvTranspose1d), inputs, outputs, kernel, stride, padding, outputPadding, dilation, mode, groups, bias, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size)
    {
        CheckShape(input);
        return nn.functional.conv_transpose1d(
            input, weight, bias, stride[0], padding![0], OutputPadding(input, output_size), dilation[0], groups);
    }

    private long OutputPadding(Tensor input, long[]? wanted)
    {
        if (wanted is null)
            return output_padding[0];
        var least = (input.size(-1) - 1) * stride[0] - 2 * padding![0] + dilation[0] * (kernel_size[0] - 1) + 1;
        var extra = wanted[^1] - least;
        if (extra < 0 || extra >= stride[0])
            throw new ArgumentException(
                $"requested an output size of {wanted[^1]}, but valid sizes range from {least} to {least + stride[0] - 1}");
        return extra;
    }
}
