using ComposerPlugin.Trainer.Onnx;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class OnnxGraphTests
{
    [Fact]
    public void Gather_looks_rows_up_in_a_constant()
    {
        var graph = new OnnxGraph("test");
        string rows = graph.Node("Gather", graph.Constant([1f, 2, 3, 4, 5, 6], 3, 2), graph.Input("x", OnnxType.Int64, "n"));
        graph.Output("y", OnnxType.Float, rows, "n", 2);
        Assert.Equal([5f, 6, 1, 2, 1, 2], Run(graph, ("x", Longs([2, 0, 0], 3)))[0]);
    }

    [Fact]
    public void Nodes_take_scalars_attributes_and_optional_inputs()
    {
        var graph = new OnnxGraph("test");
        string x = graph.Input("x", OnnxType.Float, "b", "n");
        // Without axes: those that there are starts for.
        string second = graph.Node("Slice", x, graph.Constant([0L], 1), graph.Constant([2L], 1), "", graph.Constant([2L], 1));
        string[] halves = graph.Nodes("Split", [graph.Concat(0, second, graph.Transpose(graph.Transpose(x, 1, 0), 1, 0)),
            graph.Constant([1L, 2L], 2)], 2, new OnnxAttribute("axis", 0L));
        graph.Output("left", OnnxType.Float, halves[0], "b", "n");
        string normal = graph.Node("LayerNormalization", [halves[1], graph.Constant([1f, 1], 2)],
            new OnnxAttribute("axis", -1L), new OnnxAttribute("epsilon", 3f));
        graph.Output("right", OnnxType.Float, normal, "c", "n");
        float[][] results = Run(graph, ("x", Floats([-2, 9, 3, 5], 2, 2)));
        Assert.Equal([-2f, 9], results[0]);
        // Variances of 30.25 and 1.
        Assert.Equal(-5.5f / MathF.Sqrt(33.25f), results[1][0], 1e-5f);
        Assert.Equal(0.5f, results[1][3], 1e-5f);
    }

    [Fact]
    public void A_linear_layer_and_an_embedding_match_libtorch()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var embedding = nn.Embedding(7, 5);
        var linear = nn.Linear(5, 3);
        var graph = new OnnxGraph("test");
        string classes = graph.Input("x", OnnxType.Int64, "b", "n", 2);
        graph.Output("y", OnnxType.Float, graph.Linear(linear, graph.Embedding(embedding, graph.Column(classes, 1))), "b", "n", 3);
        long[] x = [0, 6, 1, 5, 2, 4];
        var expected = linear.call(embedding.call(tensor(x, [1, 3, 2], ScalarType.Int64).select(2, 1)));
        AssertClose(expected, Run(graph, ("x", Longs(x, 1, 3, 2)))[0]);
    }

    [Theory]
    [InlineData(1, 4, 6)]
    [InlineData(2, 3, 8)]
    [InlineData(3, 5, 5)]
    public void An_lstm_matches_libtorch(int layers, int inputs, int hidden)
    {
        const int batch = 2, n = 6;
        using var scope = NewDisposeScope();
        manual_seed(layers);
        var lstm = nn.LSTM(inputs, hidden, layers, batchFirst: true);
        var graph = new OnnxGraph("test");
        string input = graph.Input("x", OnnxType.Float, "b", "n", inputs);
        string[] past = [graph.Input("h", OnnxType.Float, "b", layers, hidden), graph.Input("c", OnnxType.Float, "b", layers, hidden)];
        var (output, present) = LstmNodes.Add(graph, lstm, layers, hidden, input, past);
        graph.Output("y", OnnxType.Float, output, "b", "n", hidden);
        graph.Output("h1", OnnxType.Float, present[0], "b", layers, hidden);
        graph.Output("c1", OnnxType.Float, present[1], "b", layers, hidden);

        Tensor x = randn(batch, n, inputs), pastH = randn(batch, layers, hidden), pastC = randn(batch, layers, hidden);
        var expected = lstm.call(x, (pastH.transpose(0, 1).contiguous(), pastC.transpose(0, 1).contiguous()));
        float[][] actual = Run(graph, ("x", Floats(x.Values(), batch, n, inputs)),
            ("h", Floats(pastH.Values(), batch, layers, hidden)), ("c", Floats(pastC.Values(), batch, layers, hidden)));
        AssertClose(expected.Item1, actual[0]);
        AssertClose(expected.Item2.transpose(0, 1), actual[1]);
        AssertClose(expected.Item3.transpose(0, 1), actual[2]);
    }

    [Theory]
    [InlineData(1, 4, 6)]
    [InlineData(2, 3, 8)]
    [InlineData(3, 5, 5)]
    public void A_gru_matches_libtorch(int layers, int inputs, int hidden)
    {
        const int batch = 2, n = 6;
        using var scope = NewDisposeScope();
        manual_seed(layers);
        var gru = nn.GRU(inputs, hidden, layers, batchFirst: true);
        var graph = new OnnxGraph("test");
        string input = graph.Input("x", OnnxType.Float, "b", "n", inputs), h = graph.Input("h", OnnxType.Float, "b", layers, hidden);
        var (output, present) = GruNodes.Add(graph, gru, layers, hidden, input, [h]);
        graph.Output("y", OnnxType.Float, output, "b", "n", hidden);
        graph.Output("h1", OnnxType.Float, present[0], "b", layers, hidden);

        Tensor x = randn(batch, n, inputs), past = randn(batch, layers, hidden);
        var expected = gru.call(x, past.transpose(0, 1).contiguous());
        float[][] actual = Run(graph, ("x", Floats(x.Values(), batch, n, inputs)), ("h", Floats(past.Values(), batch, layers, hidden)));
        AssertClose(expected.Item1, actual[0]);
        AssertClose(expected.Item2.transpose(0, 1), actual[1]);
    }

    [Fact]
    public void A_layer_norm_and_a_gelu_match_libtorch()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var norm = nn.LayerNorm(5);
        using (no_grad())
        {
            norm.weight!.normal_();
            norm.bias!.normal_();
        }
        var graph = new OnnxGraph("test");
        graph.Output("y", OnnxType.Float, graph.Gelu(graph.LayerNorm(norm, graph.Input("x", OnnxType.Float, "b", "n", 5))), "b", "n", 5);
        var x = randn(2, 3, 5) * 4;
        AssertClose(nn.functional.gelu(norm.call(x)), Run(graph, ("x", Floats(x.Values(), 2, 3, 5)))[0]);
    }

    [Fact]
    public void An_attribute_of_another_type_is_refused()
    {
        var graph = new OnnxGraph("test");
        graph.Node("Softmax", ["x"], new OnnxAttribute("axis", 1.5));
        Assert.Throws<ArgumentException>(() => graph.Write(Stream.Null));
    }

    [Theory]
    [InlineData("Loop", "body")]
    [InlineData("Relu", "alpha")]
    public void An_operator_or_attribute_that_the_plugin_refuses_is_not_written(string operation, string attribute)
    {
        var graph = new OnnxGraph("test");
        Assert.Throws<ArgumentException>(() => graph.Node(operation, ["x"], new OnnxAttribute(attribute, 1L)));
    }

    private static void AssertClose(Tensor expected, float[] actual)
    {
        float[] values = expected.Values();
        Assert.Equal(values.Length, actual.Length);
        Assert.All(values.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    private static OrtValue Longs(long[] values, params long[] shape) => OrtValue.CreateTensorValueFromMemory(values, shape);

    private static OrtValue Floats(float[] values, params long[] shape) => OrtValue.CreateTensorValueFromMemory(values, shape);

    private static float[][] Run(OnnxGraph graph, params (string Name, OrtValue Value)[] inputs)
    {
        using var model = new MemoryStream();
        graph.Write(model);
        using var session = new InferenceSession(model.ToArray());
        using var options = new RunOptions();
        using var results = session.Run(options, [.. inputs.Select(input => input.Name)], [.. inputs.Select(input => input.Value)],
            session.OutputNames);
        foreach (var (_, value) in inputs)
            value.Dispose();
        return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
    }
}
