using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>[batch, inputs, length] to [batch, outputs, length'].</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long inputs, long outputs, long kernel, long stride, long padding, Padding? paddingType, long dilation, PaddingModes mode,
        long groups, bool bias, ScalarType? dtype)
        : base(nameof(Conv1d), false, inputs, outputs, kernel, stride, padding, paddingType, dilation, 0, groups, bias, mode, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        CheckShape(input);
        if (padding_mode == PaddingModes.Zeros)
        {
            return padding_type is { } type
                ? nn.functional.conv1d_padding(input, weight, bias, stride[0], type, dilation[0], groups)
                : nn.functional.conv1d(input, weight, bias, stride[0], padding![0], dilation[0], groups);
        }
        var (left, right) = Sides();
        using var padded = nn.functional.pad(input, (left, right), padding_mode);
        return nn.functional.conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups);
    }

    /// <summary>How much to pad on each side; an odd total puts the greater part on the right.</summary>
    private (long Left, long Right) Sides()
    {
        var total = padding_type == Padding.Same ? dilation[0] * (kernel_size[0] - 1) : 2 * padding![0];
        return (total / 2, total - total / 2);
    }
}
