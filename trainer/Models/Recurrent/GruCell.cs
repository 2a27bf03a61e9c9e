using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Gated recurrent units (Cho and others 2014): three quarters of the weights of an LSTM with as many cells, and one state.
/// </summary>
internal sealed class GruCell(int inputs, TrainConfig config) : RecurrentCell(config)
{
    private readonly GRU _gru = nn.GRU(inputs, config.Hidden, config.Layers, batchFirst: true, dropout: DropoutBetween(config));

    public override string Key => "_gru";

    public override nn.Module Module => _gru;

    public override string[] States => [GraphPorts.HiddenState];

    public override (Tensor Output, Tensor[] Present) Run(Tensor input, Tensor[] past)
    {
        var (output, h) = _gru.call(input, past.Length == 0 ? null : past[0]);
        return (output, [h]);
    }

    public override (string Output, string[] Present) AddTo(OnnxGraph graph, string input, string[] past) =>
        GruNodes.Add(graph, _gru, Layers, Hidden, input, past);
}
