using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997).</summary>
internal sealed class LstmCell(int inputs, TrainConfig config) : RecurrentCell(config)
{
    private readonly LSTM _lstm = nn.LSTM(inputs, config.Hidden, config.Layers, batchFirst: true, dropout: DropoutBetween(config));

    public override string Key => "_lstm";

    public override nn.Module Module => _lstm;

    public override string[] States => [GraphPorts.HiddenState, GraphPorts.CellState];

    public override (Tensor Output, Tensor[] Present) Run(Tensor input, Tensor[] past)
    {
        (Tensor, Tensor)? state = past.Length == 0 ? null : (past[0], past[1]);
        var (output, h, c) = _lstm.call(input, state);
        return (output, [h, c]);
    }

    public override (string Output, string[] Present) AddTo(OnnxGraph graph, string input, string[] past) =>
        LstmNodes.Add(graph, _lstm, Layers, Hidden, input, past);
}
