using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class ConvolutionTests
{
    private readonly Tensor _input; // [batch 2, channels 4, length 7]

    public ConvolutionTests()
    {
        manual_seed(5);
        _input = randn(2, 4, 7, float64);
    }

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(2, 1, 1, 1)]
    [InlineData(1, 2, 2, 2)]
    [InlineData(3, 2, 1, 4)]
    public void Conv1d_equals_the_sum_over_kernel_and_channels(int stride, int padding, int dilation, int groups)
    {
        using var conv = Conv1d(4, 8, 3, stride, padding, dilation, groups: groups, dtype: float64);
        var output = conv.call(_input);
        var weight = conv.weight.data<double>();
        var bias = conv.bias!.data<double>();
        var x = _input.data<double>();
        var expected = new List<double>();
        for (var b = 0; b < 2; b++)
        {
            for (var o = 0; o < 8; o++)
            {
                for (var t = 0; t < output.size(2); t++)
                {
                    var sum = bias[o];
                    for (var i = 0; i < 4 / groups; i++)
                    {
                        for (var k = 0; k < 3; k++)
                        {
                            var place = t * stride - padding + k * dilation;
                            if (place is >= 0 and < 7)
                                sum += weight[o, i, k] * x[b, o / (8 / groups) * (4 / groups) + i, place];
                        }
                    }
                    expected.Add(sum);
                }
            }
        }
        Close.To([.. expected], output, 1e-12);
    }

    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(2, 1, 1, 1)]
    [InlineData(3, 0, 2, 2)]
    public void ConvTranspose1d_spreads_each_input_over_the_kernel(int stride, int padding, int outputPadding, int groups)
    {
        using var conv = ConvTranspose1d(4, 6, 3, stride, padding, outputPadding, groups: groups, dtype: float64);
        var output = conv.call(_input);
        var length = (7 - 1) * stride - 2 * padding + 2 + outputPadding + 1;
        Assert.Equal([2, 6, length], output.shape);
        var weight = conv.weight.data<double>();
        var x = _input.data<double>();
        var expected = new double[2, 6, length];
        for (var b = 0; b < 2; b++)
        {
            for (var o = 0; o < 6; o++)
            {
                for (var t = 0; t < length; t++)
                    expected[b, o, t] = conv.bias!.data<double>()[o];
                var first = o / (6 / groups) * (4 / groups);
                for (var i = first; i < first + 4 / groups; i++)
                {
                    for (var t = 0; t < 7; t++)
                    {
                        for (var k = 0; k < 3; k++)
                        {
                            var place = t * stride - padding + k;
                            if (place >= 0 && place < length)
                                expected[b, o, place] += x[b, i, t] * weight[i, o % (6 / groups), k];
                        }
                    }
                }
            }
        }
        Close.To(expected.Cast<double>().ToArray(), output, 1e-12);
    }

    [Fact]
    public void Convolutions_have_gradients()
    {
        using var conv = Conv1d(4, 2, 3, 2, 1, dtype: float64);
        using var wide = ConvTranspose1d(4, 2, 4, 2, 1, dtype: float64);
        Gradient.Check(conv.call, _input);
        ParameterGradients.Check(conv, () => conv.call(_input));
        Gradient.Check(wide.call, _input);
        ParameterGradients.Check(wide, () => wide.call(_input));
    }

    [Fact]
    public void Same_padding_keeps_the_length()
    {
        using var conv = Conv1d(4, 3, 4, Padding.Same, dtype: float64);
        Assert.Equal([2, 3, 7], conv.call(_input).shape);
        Assert.Equal(Padding.Same, conv.padding_type);
        conv.SetPadding([3]);
        Assert.Equal([2, 3, 10], conv.call(_input).shape);
        Assert.Throws<ArgumentException>(() => Conv1d(4, 3, 4, Padding.Same, stride: 2));
    }

    [Fact]
    public void Circular_padding_wraps_round()
    {
        using var wrapped = Conv1d(4, 3, 3, padding: 1, padding_mode: PaddingModes.Circular, dtype: float64);
        using var plain = Conv1d(4, 3, 3, dtype: float64);
        plain.load_state_dict(wrapped.state_dict());
        var extended = cat([_input.narrow(2, 6, 1), _input, _input.narrow(2, 0, 1)], 2);
        Close.To(plain.call(extended), wrapped.call(_input), 1e-12);
    }

    [Fact]
    public void A_wanted_length_chooses_the_output_padding()
    {
        using var conv = ConvTranspose1d(4, 2, 3, stride: 2, dtype: float64);
        Assert.Equal([2, 2, 15], conv.call(_input).shape);
        Assert.Equal([2, 2, 16], conv.forward(_input, [16]).shape);
        Assert.Contains("from 15 to 16", Assert.Throws<ArgumentException>(() => conv.forward(_input, [17])).Message);
    }

    [Fact]
    public void Wrong_channels_are_refused_with_the_expected_shape()
    {
        using var conv = Conv1d(3, 2, 3);
        Assert.Contains("[batch, 3, length]", Assert.Throws<ArgumentException>(() => conv.call(_input)).Message);
        Assert.Throws<ArgumentException>(() => Conv1d(3, 2, 3, groups: 2));
    }

    [Fact]
    public void Padding_adds_to_the_last_axes()
    {
        var t = tensor(new[,] { { 1f, 2, 3 } });
        Close.To([9, 1, 2, 3, 9, 9], functional.pad(t, (1, 2), value: 9));
        Close.To([2, 1, 2, 3, 2], functional.pad(t, 1, PaddingModes.Reflect));
        Assert.Equal([3, 3], functional.pad(t, (0, 0, 1, 1)).shape);
    }
}
