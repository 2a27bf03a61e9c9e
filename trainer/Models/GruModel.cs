using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Layers of gated recurrent units over the inputs, built as <see cref="LstmModel"/> is: a quarter fewer weights for as many cells, and one
/// state. Letters: b tunes, n steps, h cells, w width of the hidden state.
/// </summary>
internal sealed class GruModel : nn.Module, IMelodyModel
{
    private readonly int _layers, _hidden;
    private readonly MelodyInputs _inputs;
    private readonly Dropout _dropout;
    private readonly GRU _gru;
    private readonly MelodyHeads _heads;

    public GruModel(TrainConfig config)
        : base("gru")
    {
        (_layers, _hidden) = (config.Layers, config.Hidden);
        _inputs = new(config);
        _dropout = nn.Dropout(config.Dropout);
        _gru = nn.GRU(_inputs.Units, _hidden, _layers, batchFirst: true, dropout: _layers > 1 ? config.Dropout : 0);
        _heads = new(_hidden + _inputs.HintUnits, config);
        RegisterComponents();
    }

    public string Kind => "gru";

    public IReadOnlyList<(string Name, long[] Shape)> Past => [("h", [_layers, _hidden])];

    public MelodyHeads Heads => _heads;

    public (Tensor Hidden, Tensor[] Present) Step(Tensor note, Tensor barPosition, Tensor hint, Tensor[] past)
    {
        var (input, hinted) = _inputs.Embed(note, barPosition, hint);
        var state = past.Length == 0 ? null : past[0].transpose(0, 1).contiguous();
        var (output, h) = _gru.call(_dropout.call(input), state);    // (b, n, h), (layers, b, h)
        var heard = _dropout.call(output);
        return (hinted is null ? heard : cat([heard, hinted], 2), [h.transpose(0, 1)]);
    }

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("step");
        var (input, hinted) = _inputs.Embed(graph);
        string past = graph.Input("past.h", OnnxType.Float, "batch", _layers, _hidden);
        var (output, present) = GruNodes.Add(graph, _gru, _layers, _hidden, input, past);
        string hidden = hinted is null ? output : graph.Concat(2, output, hinted);
        graph.Output("hidden", OnnxType.Float, hidden, "batch", "n", _hidden + _inputs.HintUnits);
        graph.Output("present.h", OnnxType.Float, present, "batch", _layers, _hidden);
        graph.Write(Path.Combine(folder, GraphFiles.Step));
        _heads.Write(folder);
    }
}
