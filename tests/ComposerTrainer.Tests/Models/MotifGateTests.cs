using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public sealed class MotifGateTests : IDisposable
{
    private const int Steps = 5, Width = 6;
    private const NoteAttribute Predicted = NoteAttribute.Pitch;

    private static readonly int _chains = MotifPredictor.Chains(Predicted), _classes = MotifChain.Classes(Predicted);

    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();
    private readonly MotifGate _gate;
    private readonly Tensor _own, _hidden, _motif, _features;

    public MotifGateTests()
    {
        manual_seed(3);
        _gate = new(Width, Predicted);
        _own = randn(1, Steps, _classes);
        _hidden = randn(1, Steps, Width);
        _motif = randn(1, Steps, _chains, _classes).softmax(-1);
        _features = rand(1, Steps, _chains, MotifPredictor.Features);
    }

    public void Dispose()
    {
        _gate.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void New_gate_weighs_all_chains_equally_and_the_model_e_times_as_much()
    {
        float[] mixed = Mixed(), own = _own.softmax(-1).Values(), motif = _motif.Values();
        for (int i = 0; i < Steps * _classes; i++)
            Assert.Equal(((Math.E * own[i]) + OfChains(motif, i).Sum()) / (Math.E + _chains), mixed[i], 1e-5);
    }

    [Fact]
    public void Mixture_matches_a_hand_calculation()
    {
        Learn();
        float[] mixed = Mixed(), own = _own.softmax(-1).Values(), motif = _motif.Values();
        double[][] weights = [.. Enumerable.Range(0, Steps).Select(step => Softmax(Shares(step)))];
        for (int i = 0; i < Steps * _classes; i++)
        {
            double[] of = weights[i / _classes];
            double expected = (of[0] * own[i]) + OfChains(motif, i).Select((probability, chain) => of[1 + chain] * probability).Sum();
            Assert.Equal(expected, mixed[i], 1e-5);
        }
    }

    [Fact]
    public void Likelihood_of_the_actual_class_is_that_of_the_mixture()
    {
        Learn();
        long[] actual = [3, 60, 127, 0, 64];
        var index = tensor(actual, [1, Steps, 1], ScalarType.Int64);
        // Shape (1, n, chains, 1).
        var motif = _motif.gather(3, tensor(actual, [1, Steps, 1, 1], ScalarType.Int64).expand(1, Steps, _chains, 1));
        var own = nn.functional.log_softmax(_own, -1).gather(2, index);

        float[] likelihoods = _gate.LogLikelihood(own, _hidden, cat([motif, _features], 3)).Values();

        float[] expected = _gate.Mix(_own, _hidden, _motif, _features).gather(2, index).Values();
        Assert.All(expected.Zip(likelihoods), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Memory_strengthens_the_chains_in_the_graph()
    {
        Learn();
        float[] own = _own.softmax(-1).Values(), motif = _motif.Values();
        foreach (float memory in (float[])[0, 1.5f, -2])
        {
            float[] mixed = Run(memory);
            for (int i = 0; i < Steps * _classes; i++)
            {
                double[] shares = Shares(i / _classes);
                double[] of = Softmax([shares[0], .. shares[1..].Select(share => share + memory)]);
                double expected = (of[0] * own[i]) + OfChains(motif, i).Select((probability, chain) => of[1 + chain] * probability).Sum();
                Assert.Equal(expected, Math.Exp(mixed[i]), 1e-5);
            }
        }
    }

    private float[] Mixed() => _gate.Mix(_own, _hidden, _motif, _features).exp().Values();

    private void Learn()
    {
        using var noGradients = no_grad();
        foreach (var parameter in _gate.parameters())
            parameter.normal_(0, 0.3);
    }

    // The output of the gate's two layers before the softmax: the model's share, then those of the chains.
    private double[] Shares(int step)
    {
        var weights = _gate.named_parameters().ToDictionary(named => named.name, named => named.parameter);
        double[] input = [.. _hidden.select(1, step).Values(), .. _features.select(1, step).Values()];
        double[] dense = Layer(weights["_dense.weight"], weights["_dense.bias"], input);
        return Layer(weights["_out.weight"], weights["_out.bias"], [.. dense.Select(unit => Math.Max(0, unit))]);
    }

    private static double[] Layer(Tensor weight, Tensor bias, double[] input)
    {
        var (values, biases) = (weight.Values(), bias.Values());
        return [.. Enumerable.Range(0, biases.Length)
            .Select(unit => biases[unit] + input.Select((x, i) => x * values[(unit * input.Length) + i]).Sum())];
    }

    private static double[] Softmax(double[] shares) => [.. shares.Select(share => Math.Exp(share) / shares.Sum(Math.Exp))];

    // The probability of one class at one step, for each chain.
    private static IEnumerable<double> OfChains(float[] motif, int i) =>
        Enumerable.Range(0, _chains).Select(chain => (double)motif[(((i / _classes * _chains) + chain) * _classes) + (i % _classes)]);

    private float[] Run(float memory)
    {
        var graph = new OnnxGraph("test");
        string own = graph.Input("own", OnnxType.Float, "batch", "n", _classes);
        string hidden = graph.Input("hidden", OnnxType.Float, "batch", "n", Width);
        graph.Output("logits", OnnxType.Float, _gate.Mix(graph, own, hidden, _classes), "batch", "n", _classes);
        using var model = new MemoryStream();
        graph.Write(model);
        using var session = new InferenceSession(model.ToArray());
        using var options = new RunOptions();
        OrtValue[] values = [Value(_own), Value(_hidden), Value(_motif), Value(_features),
            OrtValue.CreateTensorValueFromMemory([memory], [1])];
        using var results = session.Run(options, ["own", "hidden", "motif", "features", "memory"], values, ["logits"]);
        foreach (var value in values)
            value.Dispose();
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static OrtValue Value(Tensor tensor) => OrtValue.CreateTensorValueFromMemory(tensor.Values(), tensor.shape);
}
