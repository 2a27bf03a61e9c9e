using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class LstmTests
{
    private readonly Tensor _input; // [time 5, batch 2, 3]

    public LstmTests()
    {
        manual_seed(3);
        _input = randn(5, 2, 3, float64);
    }

    [Fact]
    public void Two_layers_equal_the_step_by_step_computation()
    {
        using var lstm = LSTM(3, 4, 2, dtype: float64);
        var (h0, c0) = (randn(2, 2, 4, float64), randn(2, 2, 4, float64));
        var (output, h, c) = lstm.call(_input, (h0, c0));
        Assert.Equal([5, 2, 4], output.shape);
        for (var b = 0; b < 2; b++)
        {
            var rows = RecurrentReference.Rows(_input[TensorIndex.Colon, TensorIndex.Single(b)]);
            for (var layer = 0; layer < 2; layer++)
            {
                (rows, var cell) = RecurrentReference.Lstm(lstm, $"l{layer}", rows, Close.Values(h0[layer, b]), Close.Values(c0[layer, b]));
                Close.To(rows[^1], h[layer, b], 1e-12);
                Close.To(cell, c[layer, b], 1e-12);
            }
            Close.To(rows.SelectMany(row => row).ToArray(), output[TensorIndex.Colon, TensorIndex.Single(b)], 1e-12);
        }
    }

    [Fact]
    public void Both_directions_are_the_forward_and_the_reversed_computation()
    {
        using var lstm = LSTM(3, 4, bidirectional: true, dtype: float64);
        var (output, _, _) = lstm.call(_input);
        var rows = RecurrentReference.Rows(_input[TensorIndex.Colon, TensorIndex.Single(0)]);
        var (forward, _) = RecurrentReference.Lstm(lstm, "l0", rows, new double[4], new double[4]);
        var (backward, _) = RecurrentReference.Lstm(lstm, "l0_reverse", [.. Enumerable.Reverse(rows)], new double[4], new double[4]);
        var expected = forward.Zip(Enumerable.Reverse(backward), (a, b) => a.Concat(b)).SelectMany(row => row).ToArray();
        Close.To(expected, output[TensorIndex.Colon, TensorIndex.Single(0)], 1e-12);
    }

    [Fact]
    public void Batch_first_only_changes_the_order_of_axes()
    {
        using var lstm = LSTM(3, 4, dtype: float64);
        using var batchFirst = LSTM(3, 4, batchFirst: true, dtype: float64);
        batchFirst.load_state_dict(lstm.state_dict());
        Close.To(lstm.call(_input).Item1, batchFirst.call(_input.transpose(0, 1)).Item1.transpose(0, 1), 1e-12);
    }

    [Fact]
    public void State_carried_on_equals_one_long_run()
    {
        using var lstm = LSTM(3, 4, 2, dtype: float64);
        var (whole, _, _) = lstm.call(_input);
        var (first, h, c) = lstm.call(_input.narrow(0, 0, 2));
        var (rest, _, _) = lstm.call(_input.narrow(0, 2, 3), (h, c));
        Close.To(whole, cat([first, rest]), 1e-12);
    }

    [Fact]
    public void Gradients_reach_input_states_and_weights()
    {
        using var lstm = LSTM(3, 2, 2, dtype: float64);
        var names = lstm.named_parameters().Select(entry => entry.name).ToArray();
        Assert.Equal(
            ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l1", "weight_hh_l1", "bias_ih_l1", "bias_hh_l1"],
            names);
        Gradient.Check(
            inputs => lstm.call(inputs[0], (inputs[1], inputs[2])).Item1, 1e-6, _input, randn(2, 2, 2, float64), randn(2, 2, 2, float64));
        ParameterGradients.Check(lstm, () => lstm.call(_input).Item1);
    }

    [Fact]
    public void Dropout_between_layers_acts_in_training_only()
    {
        using var lstm = LSTM(3, 8, 2, dropout: 0.5, dtype: float64);
        Assert.False(lstm.call(_input).Item1.allclose(lstm.call(_input).Item1));
        lstm.eval();
        Assert.True(lstm.call(_input).Item1.allclose(lstm.call(_input).Item1));
    }

    [Fact]
    public void Without_biases_there_are_two_weights_for_each_layer()
    {
        using var lstm = LSTM(3, 4, 2, bias: false);
        Assert.Equal(4, lstm.parameters().Count());
        Assert.Equal([5, 2, 4], lstm.call(_input.to(float32)).Item1.shape);
        Assert.All(lstm.parameters(), p => Assert.InRange(p.abs().max().item<float>(), 0.2f, 0.5f));
    }

    [Fact]
    public void The_wrong_width_is_refused_with_both_numbers()
    {
        using var lstm = LSTM(4, 4);
        Assert.Contains(
            "(10x3 and 4x16)", Assert.Throws<ExternalException>(() => lstm.call(_input.to(float32))).Message);
    }
}
