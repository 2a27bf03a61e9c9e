using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>
/// Layers of libtorch beside loops over doubles. The sizes are no multiples of a vector's width, and below it: libtorch pads such weights.
/// </summary>
public class LayerTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(7, 17, 20)]
    [InlineData(33, 100, 48)]
    public void A_linear_layer_is_right(int rows, int inputs, int outputs)
    {
        var layer = nn.Linear(inputs, outputs);
        var input = Drawn(rows, inputs);
        double[] x = Doubles(input), w = Doubles(layer.weight), bias = Doubles(layer.bias!);
        double[] expected = new double[rows * outputs];
        for (int i = 0; i < expected.Length; i++)
            expected[i] = bias[i % outputs] + Dot(w, i % outputs * inputs, x, i / outputs * inputs, inputs);
        AssertEqual(expected, layer.call(input));
    }

    [Theory]
    [InlineData(1, 20, 4, false)]
    [InlineData(1, 20, 4, true)]
    [InlineData(3, 17, 12, false)]
    [InlineData(3, 17, 12, true)]
    [InlineData(16, 64, 40, false)]
    [InlineData(16, 64, 40, true)]
    public void An_lstm_is_right(int tunes, int inputs, int cells, bool gradients)
    {
        using var mode = set_grad_enabled(gradients);
        var layer = nn.LSTM(inputs, cells, 1, batchFirst: true);
        var input = Drawn(tunes, Steps, inputs);
        double[] memory = new double[tunes * cells];
        double[] expected = Recurrent(layer, input, 4, cells, (from, by, past, cell) =>
        {
            double Gate(int gate) => from[(gate * cells) + cell % cells] + by[(gate * cells) + cell % cells];
            memory[cell] = (Sigmoid(Gate(1)) * memory[cell]) + (Sigmoid(Gate(0)) * Math.Tanh(Gate(2)));
            return Sigmoid(Gate(3)) * Math.Tanh(memory[cell]);
        });
        AssertEqual(expected, layer.call(input).Item1);
    }

    [Theory]
    [InlineData(1, 20, 4)]
    [InlineData(3, 17, 12)]
    [InlineData(16, 64, 40)]
    public void A_gru_is_right(int tunes, int inputs, int cells)
    {
        var layer = nn.GRU(inputs, cells, 1, batchFirst: true);
        var input = Drawn(tunes, Steps, inputs);
        double[] expected = Recurrent(layer, input, 3, cells, (from, by, past, cell) =>
        {
            int own = cell % cells;
            double update = Sigmoid(from[cells + own] + by[cells + own]);
            double fresh = Math.Tanh(from[(2 * cells) + own] + (Sigmoid(from[own] + by[own]) * by[(2 * cells) + own]));
            return ((1 - update) * fresh) + (update * past);
        });
        AssertEqual(expected, layer.call(input).Item1);
    }

    [Theory]
    [InlineData(1, 17, 3, 3, 1, 1)]
    [InlineData(2, 17, 1, 2, 2, 0)]
    [InlineData(3, 17, 20, 3, 1, 1)]
    [InlineData(16, 64, 130, 5, 1, 2)]
    public void A_convolution_is_right(int batch, int from, int to, int kernel, int stride, int padding)
    {
        var layer = nn.Conv1d(from, to, kernel, stride: stride, padding: padding);
        var input = Drawn(batch, from, Length);
        using var output = layer.call(input);
        double[] x = Doubles(input), w = Doubles(layer.weight), bias = Doubles(layer.bias!);
        int length = (int)output.shape[2];
        double[] expected = new double[batch * to * length];
        for (int i = 0; i < expected.Length; i++)
        {
            int time = i % length, channel = i / length % to, item = i / length / to;
            expected[i] = bias[channel];
            for (int tap = 0; tap < from * kernel; tap++)
            {
                int at = (time * stride) - padding + (tap % kernel);
                if (at is >= 0 and < Length)
                    expected[i] += w[(channel * from * kernel) + tap] * x[(((item * from) + (tap / kernel)) * Length) + at];
            }
        }
        AssertEqual(expected, output);
    }

    [Theory]
    [InlineData(2, 1, 1, 3, 1)]
    [InlineData(3, 17, 20, 2, 2)]
    [InlineData(16, 96, 64, 2, 2)]
    public void A_transposed_convolution_is_right(int batch, int from, int to, int kernel, int stride)
    {
        var layer = nn.ConvTranspose1d(from, to, kernel, stride: stride);
        var input = Drawn(batch, from, Length);
        using var output = layer.call(input);
        double[] x = Doubles(input), w = Doubles(layer.weight), bias = Doubles(layer.bias!);
        int length = (int)output.shape[2];
        double[] expected = new double[batch * to * length];
        for (int i = 0; i < expected.Length; i++)
            expected[i] = bias[i / length % to];
        for (int i = 0; i < x.Length; i++)
        {
            int time = i % Length, channel = i / Length % from, item = i / Length / from;
            for (int tap = 0; tap < to * kernel; tap++)
            {
                int at = (((item * to) + (tap / kernel)) * length) + (time * stride) + (tap % kernel);
                expected[at] += w[(channel * to * kernel) + tap] * x[i];
            }
        }
        AssertEqual(expected, output);
    }

    private const int Steps = 5, Length = 24;

    // A layer's output (tunes, steps, cells). A cell gets the gates' sums from the input and from the past output, its own past output and
    // its number among all tunes' cells.
    private static double[] Recurrent(
        nn.Module layer, Tensor input, int gates, int cells, Func<double[], double[], double, int, double> cell)
    {
        double[][] weights = [.. layer.parameters().Select(Doubles)];    // of the input, of the past output, and the biases of both
        double[] x = Doubles(input);
        int tunes = (int)input.shape[0], inputs = (int)input.shape[2];
        double[] output = new double[tunes * Steps * cells];
        for (int tune = 0; tune < tunes; tune++)
        {
            double[] past = new double[cells];
            for (int step = 0; step < Steps; step++)
            {
                int row = (tune * Steps) + step;
                double[] from = new double[gates * cells], by = new double[gates * cells];
                for (int i = 0; i < from.Length; i++)
                {
                    from[i] = weights[2][i] + Dot(weights[0], i * inputs, x, row * inputs, inputs);
                    by[i] = weights[3][i] + Dot(weights[1], i * cells, past, 0, cells);
                }
                past = [.. past.Select((value, i) => cell(from, by, value, (tune * cells) + i))];
                past.CopyTo(output, row * cells);
            }
        }
        return output;
    }

    private static double Dot(double[] a, int from, double[] b, int at, int length)
    {
        double sum = 0;
        for (int i = 0; i < length; i++)
            sum += a[from + i] * b[at + i];
        return sum;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static Tensor Drawn(params long[] shape)
    {
        manual_seed(1);
        return randn(shape);
    }

    private static double[] Doubles(Tensor values) => [.. values.detach().contiguous().data<float>().Select(value => (double)value)];

    private static void AssertEqual(double[] expected, Tensor output)
    {
        double[] actual = Doubles(output);
        Assert.Equal(expected.Length, actual.Length);
        double worst = expected.Zip(actual, (one, other) => Math.Abs(one - other)).Max();
        Assert.True(worst <= Tolerance, $"libtorch computes wrongly on this processor: it differs by {worst:G3}, more than {Tolerance}.");
    }
}
