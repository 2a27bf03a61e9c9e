using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>LSTM and GRU written out step by step in plain numbers, as the papers give them, for one layer and direction.</summary>
internal static class RecurrentReference
{
    /// <summary>inputs[t][i]; returns the hidden states and the last cell state.</summary>
    public static (double[][] Hidden, double[] Cell) Lstm(Module module, string layer, double[][] inputs, double[] hidden, double[] cell)
    {
        var (wi, wh, bi, bh) = Weights(module, layer);
        var outputs = new List<double[]>();
        foreach (var input in inputs)
        {
            var gates = Gates(wi, input, bi).Zip(Gates(wh, hidden, bh), (a, b) => a + b).ToArray();
            var n = hidden.Length;
            var next = new double[n];
            var nextCell = new double[n];
            for (var j = 0; j < n; j++)
            {
                var (i, f, g, o) = (Sigmoid(gates[j]), Sigmoid(gates[n + j]), Math.Tanh(gates[2 * n + j]), Sigmoid(gates[3 * n + j]));
                nextCell[j] = f * cell[j] + i * g;
                next[j] = o * Math.Tanh(nextCell[j]);
            }
            (hidden, cell) = (next, nextCell);
            outputs.Add(next);
        }
        return ([.. outputs], cell);
    }

    public static double[][] Gru(Module module, string layer, double[][] inputs, double[] hidden)
    {
        var (wi, wh, bi, bh) = Weights(module, layer);
        var outputs = new List<double[]>();
        foreach (var input in inputs)
        {
            var fromInput = Gates(wi, input, bi);
            var fromState = Gates(wh, hidden, bh);
            var n = hidden.Length;
            var next = new double[n];
            for (var j = 0; j < n; j++)
            {
                var r = Sigmoid(fromInput[j] + fromState[j]);
                var z = Sigmoid(fromInput[n + j] + fromState[n + j]);
                var candidate = Math.Tanh(fromInput[2 * n + j] + r * fromState[2 * n + j]);
                next[j] = (1 - z) * candidate + z * hidden[j];
            }
            hidden = next;
            outputs.Add(next);
        }
        return [.. outputs];
    }

    /// <summary>[time, width] as rows.</summary>
    public static double[][] Rows(Tensor tensor) => tensor.unbind().Select(Close.Values).ToArray();

    private static (double[][] Input, double[][] State, double[] InputBias, double[] StateBias) Weights(Module module, string layer) =>
        (Rows(module.get_parameter($"weight_ih_{layer}")!), Rows(module.get_parameter($"weight_hh_{layer}")!),
            Close.Values(module.get_parameter($"bias_ih_{layer}")!), Close.Values(module.get_parameter($"bias_hh_{layer}")!));

    private static double[] Gates(double[][] weight, double[] input, double[] bias) =>
        weight.Select((row, j) => bias[j] + row.Zip(input, (w, x) => w * x).Sum()).ToArray();

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
