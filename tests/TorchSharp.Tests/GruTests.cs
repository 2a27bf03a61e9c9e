using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class GruTests
{
    private readonly Tensor _input; // [time 4, batch 2, 3]

    public GruTests()
    {
        manual_seed(4);
        _input = randn(4, 2, 3, float64);
    }

    [Fact]
    public void Two_layers_equal_the_step_by_step_computation()
    {
        using var gru = GRU(3, 5, 2, dtype: float64);
        var h0 = randn(2, 2, 5, float64);
        var (output, h) = gru.call(_input, h0);
        for (var b = 0; b < 2; b++)
        {
            var rows = RecurrentReference.Rows(_input[TensorIndex.Colon, TensorIndex.Single(b)]);
            for (var layer = 0; layer < 2; layer++)
            {
                rows = RecurrentReference.Gru(gru, $"l{layer}", rows, Close.Values(h0[layer, b]));
                Close.To(rows[^1], h[layer, b], 1e-12);
            }
            Close.To(rows.SelectMany(row => row).ToArray(), output[TensorIndex.Colon, TensorIndex.Single(b)], 1e-12);
        }
    }

    [Fact]
    public void No_state_is_a_state_of_zeros()
    {
        using var gru = GRU(3, 5, batchFirst: true, bidirectional: true, dtype: float64);
        var input = _input.transpose(0, 1);
        Close.To(gru.call(input, zeros(2, 2, 5, float64)).Item1, gru.call(input).Item1, 1e-12);
        Assert.Equal([2, 4, 10], gru.call(input).Item1.shape);
    }

    [Fact]
    public void Gradients_reach_input_state_and_weights()
    {
        using var gru = GRU(3, 2, dtype: float64);
        Gradient.Check((input, state) => gru.call(input, state).Item1, _input, randn(1, 2, 2, float64));
        ParameterGradients.Check(gru, () => gru.call(_input).Item1);
    }
}
