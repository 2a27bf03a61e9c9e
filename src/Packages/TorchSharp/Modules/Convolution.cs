using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Kernels that slide over an input. The weight is [outputs, inputs / groups, kernel], of a transposed one
/// [inputs, outputs / groups, kernel].
/// </summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    private protected Convolution(
        string name, bool transposed, long inputs, long outputs, long kernel, long stride, long padding, Padding? paddingType,
        long dilation, long outputPadding, long groups, bool bias, PaddingModes paddingMode, ScalarType? dtype)
        : base(name)
    {
        if (groups <= 0 || inputs % groups != 0)
            throw new ArgumentException($"in_channels {inputs} must be divisible by groups {groups}.");
        if (outputs % groups != 0)
            throw new ArgumentException($"out_channels {outputs} must be divisible by groups {groups}.");
        if (paddingType == Padding.Same && stride != 1)
            throw new ArgumentException("padding 'same' is not supported for strided convolutions.");
        if (transposed && paddingMode != PaddingModes.Zeros)
            throw new ArgumentException("Only \"zeros\" padding mode is supported for transposed convolutions.");
        this.transposed = transposed;
        in_channels = inputs;
        out_channels = outputs;
        kernel_size = [kernel];
        this.stride = [stride];
        this.padding = [padding];
        padding_type = paddingType;
        this.dilation = [dilation];
        output_padding = [outputPadding];
        this.groups = groups;
        padding_mode = paddingMode;
        var size = transposed ? new[] { inputs, outputs / groups, kernel } : [outputs, inputs / groups, kernel];
        var bound = 1 / Math.Sqrt(size[1] * kernel);
        weight = Initial.Uniform(bound, dtype, size);
        this.bias = bias ? Initial.Uniform(bound, dtype, outputs) : null;
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[]? padding { get; private set; }

    public Padding? padding_type { get; private set; }

    public long[] dilation { get; set; }

    public bool transposed { get; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    public Parameter weight
    {
        get => _weight;

        [MemberNotNull(nameof(_weight))]
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    public void SetPadding(Padding padding)
    {
        padding_type = padding;
        this.padding = [0];
    }

    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
    }

    public void reset_parameters()
    {
        var bound = 1 / Math.Sqrt(weight.size(1) * kernel_size[0]);
        nn.init.uniform_(weight, -bound, bound);
        if (bias is not null)
            nn.init.uniform_(bias, -bound, bound);
    }

    private protected void CheckShape(Tensor input)
    {
        if (input.ndim is not (2 or 3) || input.size(-2) != in_channels)
            throw new ArgumentException(
                $"Expected input [batch, {in_channels}, length] or [{in_channels}, length], got [{string.Join(", ", input.shape)}].");
    }
}
