using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Long short-term memory layers over the inputs. The heads see the hint's embeddings too, beside the layers' output, so that "play it
/// again" is one short path. Letters: b tunes, n steps, h cells, w width of the hidden state.
/// </summary>
internal sealed class LstmModel : nn.Module, IMelodyModel
{
    private readonly int _layers, _hidden;
    private readonly MelodyInputs _inputs;
    private readonly Dropout _dropout;
    private readonly LSTM _lstm;
    private readonly MelodyHeads _heads;

    public LstmModel(TrainConfig config)
        : base("lstm")
    {
        (_layers, _hidden) = (config.Layers, config.Hidden);
        _inputs = new(config);
        _dropout = nn.Dropout(config.Dropout);
        _lstm = nn.LSTM(_inputs.Units, _hidden, _layers, batchFirst: true, dropout: _layers > 1 ? config.Dropout : 0);
        _heads = new(_hidden + _inputs.HintUnits, config);
        RegisterComponents();
    }

    public string Kind => "lstm";

    public IReadOnlyList<(string Name, long[] Shape)> Past => [("h", [_layers, _hidden]), ("c", [_layers, _hidden])];

    public MelodyHeads Heads => _heads;

    public (Tensor Hidden, Tensor[] Present) Step(Tensor note, Tensor barPosition, Tensor hint, Tensor[] past)
    {
        var (input, hinted) = _inputs.Embed(note, barPosition, hint);
        (Tensor, Tensor)? state = past.Length == 0 ? null : (past[0].transpose(0, 1).contiguous(), past[1].transpose(0, 1).contiguous());
        var (output, h, c) = _lstm.call(_dropout.call(input), state);    // (b, n, h), (layers, b, h), (layers, b, h)
        var heard = _dropout.call(output);
        return (hinted is null ? heard : cat([heard, hinted], 2), [h.transpose(0, 1), c.transpose(0, 1)]);
    }

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("step");
        var (input, hinted) = _inputs.Embed(graph);
        string pastH = graph.Input("past.h", OnnxType.Float, "batch", _layers, _hidden);
        string pastC = graph.Input("past.c", OnnxType.Float, "batch", _layers, _hidden);
        var (output, presentH, presentC) = LstmNodes.Add(graph, _lstm, _layers, _hidden, input, pastH, pastC);
        string hidden = hinted is null ? output : graph.Concat(2, output, hinted);
        graph.Output("hidden", OnnxType.Float, hidden, "batch", "n", _hidden + _inputs.HintUnits);
        graph.Output("present.h", OnnxType.Float, presentH, "batch", _layers, _hidden);
        graph.Output("present.c", OnnxType.Float, presentC, "batch", _layers, _hidden);
        graph.Write(Path.Combine(folder, GraphFiles.Step));
        _heads.Write(folder);
    }
}
