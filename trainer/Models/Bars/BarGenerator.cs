using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Generates a bar of melody from noise: transposed convolutions over time, from 3 positions to 24, each conditioned on features of the
/// previous bar at the same resolution. At each step a pitch starts, or there is a rest, or the last pitch continues. Shapes: b bars, z
/// noise, t 24 steps, p 256 inputs of a step (<see cref="BarRoll"/>), c channels.
/// </summary>
internal sealed class BarGenerator : nn.Module
{
    private const int Coarsest = BarRoll.Steps / 8;
    private const int Continues = Pitch.Count + 1, Choices = Pitch.Count + 2;

    // An inverse temperature. A step's roll depends on the probabilities of all steps before it; only steep probabilities give the roll of
    // the most probable choices, which the generator is trained with.
    private const float Steepness = 20;

    private readonly int _channels;
    private readonly Conv1d _rolls, _heard24, _heard12, _heard6, _heard3, _fine, _wide, _out;
    private readonly Linear _seed;
    private readonly ConvTranspose1d _to6, _to12, _to24;

    public BarGenerator(int noise, int channels)
        : base("generator")
    {
        _channels = channels;
        int half = channels / 2 > 0 ? channels / 2 : 1;
        _rolls = nn.Conv1d(BarRoll.Width, half, 1);
        _heard24 = nn.Conv1d(half, half, 3, padding: 1L);
        _heard12 = nn.Conv1d(half, half, 2, stride: 2);
        _heard6 = nn.Conv1d(half, half, 2, stride: 2);
        _heard3 = nn.Conv1d(half, half, 2, stride: 2);
        _seed = nn.Linear(noise + BarRoll.Chords + BarRoll.Steps, Coarsest * channels);
        _to6 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _to12 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _to24 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _fine = nn.Conv1d(channels + half + 1 + BarRoll.Chords, channels, 3, padding: 1L);
        _wide = nn.Conv1d(channels, channels, 5, padding: 2L);
        _out = nn.Conv1d(channels, Choices, 1);
        SparseInputs.Fill(_rolls);
        Tensor[] followers =
        [
            _heard24.weight, _heard12.weight, _heard6.weight, _heard3.weight, _seed.weight, _fine.weight, _wide.weight, _out.weight,
        ];
        foreach (var weight in followers)
            SparseInputs.FillNext(weight);
        RegisterComponents();
    }

    /// <summary>Generates bars.</summary>
    /// <param name="noise">(b, z)</param>
    /// <param name="previous">(b, t, p)</param>
    /// <param name="chord">(b, chords), one of them 1.</param>
    /// <param name="inside">(b, t), 1 for the steps that the bar has.</param>
    /// <returns>(b, t, 130): the logits of a start of each pitch, of a rest, and of continuing.</returns>
    public Tensor Forward(Tensor noise, Tensor previous, Tensor chord, Tensor inside)
    {
        var heard24 = _heard24.call(_rolls.call(previous.transpose(1, 2))).relu();    // (b, c / 2, 24)
        var heard12 = _heard12.call(heard24).relu();
        var heard6 = _heard6.call(heard12).relu();
        var heard3 = _heard3.call(heard6).relu();
        var grown = _seed.call(cat([noise, chord, inside], 1)).relu().reshape(noise.shape[0], _channels, Coarsest);    // (b, c, 3)
        grown = _to6.call(cat([grown, heard3], 1)).relu();
        grown = _to12.call(cat([grown, heard6], 1)).relu();
        grown = _to24.call(cat([grown, heard12], 1)).relu();    // (b, c, 24)
        var harmony = chord.unsqueeze(2).expand(chord.shape[0], BarRoll.Chords, BarRoll.Steps);
        var fine = _fine.call(cat([grown, heard24, inside.unsqueeze(1), harmony], 1)).relu();
        return _out.call(_wide.call(fine).relu() + fine).transpose(1, 2);
    }

    /// <summary>The roll (b, t, p) of these logits as probabilities; silent outside the bar.</summary>
    /// <param name="logits">(b, t, 130)</param>
    /// <param name="previous">(b, t, p), whose last pitch can continue.</param>
    /// <param name="inside">(b, t)</param>
    public static Tensor Probabilities(Tensor logits, Tensor previous, Tensor inside) =>
        Roll((logits * Steepness).softmax(2), previous, inside);

    /// <summary>
    /// The roll of the most probable choices, with the gradient of the probabilities (straight-through estimator). It has zeros and ones,
    /// like real bars, so the discriminator cannot recognise it by its fractions.
    /// </summary>
    /// <inheritdoc cref="Probabilities"/>
    public static Tensor Drawn(Tensor logits, Tensor previous, Tensor inside)
    {
        var soft = logits.softmax(2);
        var chosen = nn.functional.one_hot(logits.argmax(2), Choices).to(ScalarType.Float32);
        return Roll(soft + (chosen - soft).detach(), previous, inside);
    }

    /// <summary>Writes the graph <c>bar</c>.</summary>
    public void Write(string path)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("bar");
        string noise = graph.Input(GraphPorts.Noise, OnnxType.Float, "batch", _seed.weight.shape[1] - BarRoll.Chords - BarRoll.Steps);
        string previous = graph.Input(GraphPorts.Previous, OnnxType.Float, "batch", BarRoll.Steps, BarRoll.Width);
        string chord = graph.Input(GraphPorts.Chord, OnnxType.Float, "batch", BarRoll.Chords);
        string inside = graph.Input(GraphPorts.Inside, OnnxType.Float, "batch", BarRoll.Steps);
        string heard24 = Relu(graph.Convolution(_heard24, graph.Convolution(_rolls, graph.Transpose(previous, 0, 2, 1)), padding: 1));
        string heard12 = Relu(graph.Convolution(_heard12, heard24, stride: 2));
        string heard6 = Relu(graph.Convolution(_heard6, heard12, stride: 2));
        string heard3 = Relu(graph.Convolution(_heard3, heard6, stride: 2));
        string seed = Relu(graph.Linear(_seed, graph.Concat(1, noise, chord, inside)));
        string grown = graph.Node("Reshape", seed, graph.Constant([0L, _channels, Coarsest], 3));
        grown = Relu(graph.Convolution(_to6, graph.Concat(1, grown, heard3), stride: 2));
        grown = Relu(graph.Convolution(_to12, graph.Concat(1, grown, heard6), stride: 2));
        grown = Relu(graph.Convolution(_to24, graph.Concat(1, grown, heard12), stride: 2));
        string ones = graph.Constant([.. Enumerable.Repeat(1f, BarRoll.Steps)], 1, 1, BarRoll.Steps);
        string harmony = graph.Node("Mul", Unsqueeze(graph, chord, 2), ones);
        string fine = Relu(graph.Convolution(_fine, graph.Concat(1, grown, heard24, Unsqueeze(graph, inside, 1), harmony), padding: 1));
        string all = graph.Node("Add", Relu(graph.Convolution(_wide, fine, padding: 2)), fine);
        string logits = graph.Transpose(graph.Convolution(_out, all), 0, 2, 1);    // (b, t, 130)
        string choices = graph.Softmax(graph.Node("Mul", logits, graph.Constant([Steepness])));
        graph.Output(GraphPorts.Roll, OnnxType.Float, Roll(graph, choices, previous, inside), "batch", BarRoll.Steps, BarRoll.Width);
        graph.Write(path);

        string Relu(string value) => graph.Node("Relu", value);
    }

    // A pitch sounds at a step if it starts there, or if it sounded before and continues.
    private static Tensor Roll(Tensor choices, Tensor previous, Tensor inside)
    {
        var begins = choices.narrow(2, 0, Pitch.Count) * inside.unsqueeze(2);
        var continues = choices.narrow(2, Continues, 1) * inside.unsqueeze(2);    // (b, t, 1)
        var isLast = inside - cat([inside.narrow(1, 1, BarRoll.Steps - 1), zeros(inside.shape[0], 1)], 1);
        var sounds = isLast.unsqueeze(1).matmul(previous.narrow(2, Pitch.Count, Pitch.Count)).squeeze(1);    // (b, pitches)
        var steps = new Tensor[BarRoll.Steps];
        for (int step = 0; step < steps.Length; step++)
            steps[step] = sounds = begins.select(1, step) + (continues.select(1, step) * sounds);
        return cat([begins, stack(steps, 1)], 2);
    }

    private static string Roll(OnnxGraph graph, string choices, string previous, string inside)
    {
        string[] parts = Split(choices, 2, Pitch.Count, 1, 1);
        string within = Unsqueeze(graph, inside, 2);
        string begins = graph.Node("Mul", parts[0], within);
        string[] begin = Split(begins, 1, [.. Enumerable.Repeat(1L, BarRoll.Steps)]);
        string[] continues = Split(graph.Node("Mul", parts[2], within), 1, [.. Enumerable.Repeat(1L, BarRoll.Steps)]);
        string[] steps = Split(inside, 1, 1, BarRoll.Steps - 1);
        string later = graph.Concat(1, steps[1], graph.Node("Sub", steps[0], steps[0]));
        string isLast = Unsqueeze(graph, graph.Node("Sub", inside, later), 1);
        string sounds = graph.Node("MatMul", isLast, Split(previous, 2, Pitch.Count, Pitch.Count)[1]);    // (b, 1, pitches)
        string[] sounding = new string[BarRoll.Steps];
        for (int step = 0; step < sounding.Length; step++)
            sounding[step] = sounds = graph.Node("Add", begin[step], graph.Node("Mul", continues[step], sounds));
        return graph.Concat(2, begins, graph.Concat(1, sounding));

        string[] Split(string value, long axis, params long[] sizes) =>
            graph.Nodes("Split", [value, graph.Constant(sizes, sizes.Length)], sizes.Length, new OnnxAttribute("axis", axis));
    }

    private static string Unsqueeze(OnnxGraph graph, string value, long axis) => graph.Node("Unsqueeze", value, graph.Constant([axis], 1));
}
