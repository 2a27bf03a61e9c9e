using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Recurrent layers over the inputs. The heads also read the embeddings of hint and form, so that repeating a motif or a bar is one
/// short path. Shapes: b tunes, n steps, h cells, w width of the hidden state.
/// </summary>
internal sealed class RecurrentModel : nn.Module, IMelodyModel
{
    private readonly int _layers, _hidden;
    private readonly MelodyInputs _inputs;
    private readonly Dropout _dropout;
    private readonly RecurrentCell _cell;
    private readonly MelodyHeads _heads;

    private RecurrentModel(string type, TrainConfig config, Func<int, TrainConfig, RecurrentCell> createCell)
        : base(type)
    {
        Type = type;
        (_layers, _hidden) = (config.Layers, config.Hidden);
        _inputs = new(config);
        _dropout = nn.Dropout(config.Dropout);
        _cell = createCell(_inputs.Units, config);
        _heads = new(_hidden + _inputs.HintUnits, config);
        // Checkpoint keys, in the order of the optimiser's state.
        register_module(nameof(_inputs), _inputs);
        register_module(nameof(_dropout), _dropout);
        register_module(_cell.Key, _cell.Module);
        register_module(nameof(_heads), _heads);
    }

    public string Type { get; }

    public IReadOnlyList<(string Name, long[] Shape)> Past => [.. _cell.States.Select(state => (state, new long[] { _layers, _hidden }))];

    public MelodyHeads Heads => _heads;

    public bool HasForm => _inputs.HasForm;

    public static RecurrentModel Lstm(TrainConfig config) => new("lstm", config, (inputs, settings) => new LstmCell(inputs, settings));

    public static RecurrentModel Gru(TrainConfig config) => new("gru", config, (inputs, settings) => new GruCell(inputs, settings));

    public (Tensor Hidden, Tensor[] Present) Step(StepInputs inputs, Tensor[] past)
    {
        var (input, hinted) = _inputs.Embed(inputs);
        var (output, present) = _cell.Run(_dropout.call(input), [.. past.Select(state => state.transpose(0, 1).contiguous())]);
        var dropped = _dropout.call(output);    // (b, n, h)
        return (hinted is null ? dropped : cat([dropped, hinted], 2), [.. present.Select(state => state.transpose(0, 1))]);
    }

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("step");
        var (input, hinted) = _inputs.Embed(graph);
        string[] past = [.. _cell.States.Select(state => graph.Input(GraphPorts.Past + state, OnnxType.Float, "batch", _layers, _hidden))];
        var (output, present) = _cell.AddTo(graph, input, past);
        string hidden = hinted is null ? output : graph.Concat(2, output, hinted);
        graph.Output(GraphPorts.Hidden, OnnxType.Float, hidden, "batch", "n", _hidden + _inputs.HintUnits);
        foreach (var (state, value) in _cell.States.Zip(present))
            graph.Output(GraphPorts.Present + state, OnnxType.Float, value, "batch", _layers, _hidden);
        graph.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Step)));
        _heads.Write(folder);
    }
}
