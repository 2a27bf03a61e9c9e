using ComposerPlugin.Models;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Makes a bar of melody from noise: transposed convolutions over time, from 3 places to 24, each told what convolutions found in the bar before at the
/// same fineness. In each step one pitch sounds or none does, and it begins there or goes on. Letters: b bars, z noise, t 24 steps, p 256 numbers of a
/// step (<see cref="BarRoll"/>), c channels.
/// </summary>
internal sealed class BarGenerator : nn.Module
{
    private const int Coarsest = BarRoll.Steps / 8;
    private const int Silence = Pitch.Count, Begins = Pitch.Count + 1, Logits = Pitch.Count + 2;

    private readonly int _channels;
    private readonly Conv1d _heard24, _heard12, _heard6, _heard3, _fine, _out;
    private readonly Linear _seed;
    private readonly ConvTranspose1d _to6, _to12, _to24;

    public BarGenerator(int noise, int channels)
        : base("generator")
    {
        _channels = channels;
        int half = channels / 2 > 0 ? channels / 2 : 1;
        _heard24 = nn.Conv1d(BarRoll.Width, half, 3, padding: 1L);
        _heard12 = nn.Conv1d(half, half, 2, stride: 2);
        _heard6 = nn.Conv1d(half, half, 2, stride: 2);
        _heard3 = nn.Conv1d(half, half, 2, stride: 2);
        _seed = nn.Linear(noise + BarRoll.Chords + BarRoll.Steps, Coarsest * channels);
        _to6 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _to12 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _to24 = nn.ConvTranspose1d(channels + half, channels, 2, stride: 2);
        _fine = nn.Conv1d(channels + half + 1 + BarRoll.Chords, channels, 3, padding: 1L);
        _out = nn.Conv1d(channels, Logits, 1);
        SparseInputs.Fill(_heard24);
        foreach (var weight in (Tensor[])[_heard12.weight, _heard6.weight, _heard3.weight, _seed.weight, _fine.weight, _out.weight])
            SparseInputs.FillNext(weight);
        RegisterComponents();
    }

    /// <summary>Makes bars.</summary>
    /// <param name="noise">(b, z)</param>
    /// <param name="previous">(b, t, p)</param>
    /// <param name="chord">(b, chords), one of them 1.</param>
    /// <param name="inside">(b, t), 1 for the steps that the bar has.</param>
    /// <returns>(b, t, 130): the logits of each pitch, of silence, and of beginning.</returns>
    public Tensor Forward(Tensor noise, Tensor previous, Tensor chord, Tensor inside)
    {
        var heard24 = _heard24.call(previous.transpose(1, 2)).relu();    // (b, c / 2, 24)
        var heard12 = _heard12.call(heard24).relu();
        var heard6 = _heard6.call(heard12).relu();
        var heard3 = _heard3.call(heard6).relu();
        var grown = _seed.call(cat([noise, chord, inside], 1)).relu().reshape(noise.shape[0], _channels, Coarsest);    // (b, c, 3)
        grown = _to6.call(cat([grown, heard3], 1)).relu();
        grown = _to12.call(cat([grown, heard6], 1)).relu();
        grown = _to24.call(cat([grown, heard12], 1)).relu();    // (b, c, 24)
        var harmony = chord.unsqueeze(2).expand(chord.shape[0], BarRoll.Chords, BarRoll.Steps);
        var fine = _fine.call(cat([grown, heard24, inside.unsqueeze(1), harmony], 1)).relu();
        return _out.call(fine).transpose(1, 2);
    }

    /// <summary>The roll (b, t, p) of these logits, in probabilities; silent outside the bar.</summary>
    public static Tensor Probabilities(Tensor logits, Tensor inside)
    {
        var sounds = logits.narrow(2, 0, Silence + 1).softmax(2).narrow(2, 0, Pitch.Count) * inside.unsqueeze(2);
        return cat([sounds * logits.narrow(2, Begins, 1).sigmoid(), sounds], 2);
    }

    /// <summary>
    /// A roll drawn from these logits, of zeros and ones as real bars are, whose gradient is that of the probabilities (straight-through): a
    /// discriminator cannot tell it from a real one by its fractions.
    /// </summary>
    public static Tensor Drawn(Tensor logits, Tensor inside)
    {
        var soft = Probabilities(logits, inside);
        var pitches = nn.functional.one_hot(logits.narrow(2, 0, Silence + 1).argmax(2), Silence + 1).narrow(2, 0, Pitch.Count) * inside.unsqueeze(2);
        var begins = pitches * logits.narrow(2, Begins, 1).gt(0).to(ScalarType.Float32);
        return soft + (cat([begins, pitches], 2) - soft).detach();
    }

    /// <summary>Writes the graph <c>bar</c>.</summary>
    public void Write(string path)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("bar");
        string noise = graph.Input("noise", OnnxType.Float, "batch", _seed.weight.shape[1] - BarRoll.Chords - BarRoll.Steps);
        string previous = graph.Input("previous", OnnxType.Float, "batch", BarRoll.Steps, BarRoll.Width);
        string chord = graph.Input("chord", OnnxType.Float, "batch", BarRoll.Chords);
        string inside = graph.Input("inside", OnnxType.Float, "batch", BarRoll.Steps);
        string heard24 = Relu(graph.Convolution(_heard24, graph.Transpose(previous, 0, 2, 1), padding: 1));
        string heard12 = Relu(graph.Convolution(_heard12, heard24, stride: 2));
        string heard6 = Relu(graph.Convolution(_heard6, heard12, stride: 2));
        string heard3 = Relu(graph.Convolution(_heard3, heard6, stride: 2));
        string seed = Relu(graph.Linear(_seed, graph.Concat(1, noise, chord, inside)));
        string grown = graph.Node("Reshape", seed, graph.Constant([0L, _channels, Coarsest], 3));
        grown = Relu(graph.Convolution(_to6, graph.Concat(1, grown, heard3), stride: 2));
        grown = Relu(graph.Convolution(_to12, graph.Concat(1, grown, heard6), stride: 2));
        grown = Relu(graph.Convolution(_to24, graph.Concat(1, grown, heard12), stride: 2));
        string ones = graph.Constant([.. Enumerable.Repeat(1f, BarRoll.Steps)], 1, 1, BarRoll.Steps);
        string harmony = graph.Node("Mul", Unsqueeze(chord, 2), ones);
        string fine = Relu(graph.Convolution(_fine, graph.Concat(1, grown, heard24, Unsqueeze(inside, 1), harmony), padding: 1));
        string logits = graph.Transpose(graph.Convolution(_out, fine), 0, 2, 1);    // (b, t, 130)
        string[] parts = graph.Nodes("Split", [logits, graph.Constant([Silence + 1L, 1L], 2)], 2, new OnnxAttribute("axis", 2L));
        string all = graph.Softmax(parts[0]);
        string pitches = graph.Nodes("Split", [all, graph.Constant([Pitch.Count, 1L], 2)], 2, new OnnxAttribute("axis", 2L))[0];
        string sounds = graph.Node("Mul", pitches, Unsqueeze(inside, 2));
        string begins = graph.Node("Mul", sounds, graph.Node("Sigmoid", parts[1]));
        graph.Output("roll", OnnxType.Float, graph.Concat(2, begins, sounds), "batch", BarRoll.Steps, BarRoll.Width);
        graph.Write(path);

        string Relu(string value) => graph.Node("Relu", value);
        string Unsqueeze(string value, long axis) => graph.Node("Unsqueeze", value, graph.Constant([axis], 1));
    }
}
