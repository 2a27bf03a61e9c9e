using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A variational autoencoder of segments after MusicVAE (Roberts and others, 2018). A bidirectional LSTM encodes the notes as mean and
/// log-variance of a latent; an LSTM decoder, which reads the latent at every step, reconstructs them. Input dropout on the decoder's notes
/// makes it use the latent. Shapes: b segments, n steps, i inputs, h cells, w width, z latent dimensions.
/// </summary>
internal sealed class VariationalModel : nn.Module, ILatentModel
{
    // Outside training the latent is sampled with a fixed seed, so that measurements repeat.
    private const ulong MeasuringSeed = 1;

    private readonly TrainConfig _config;
    private readonly MelodyInputs _inputs;
    private readonly Dropout _dropout;
    private readonly LSTM _forward, _backward, _decoder;
    private readonly Linear _mean, _logVariance;
    private readonly MelodyHeads _heads;

    public VariationalModel(TrainConfig config)
        : base("vae")
    {
        _config = config with { Hint = false, Form = false };
        _inputs = new(_config);
        _dropout = nn.Dropout(config.Dropout);
        _forward = nn.LSTM(_inputs.Units, config.Hidden, batchFirst: true);
        _backward = nn.LSTM(_inputs.Units, config.Hidden, batchFirst: true);
        _mean = nn.Linear(2 * config.Hidden, config.Latent);
        _logVariance = nn.Linear(2 * config.Hidden, config.Latent);
        _decoder = nn.LSTM(
            _inputs.Units + config.Latent, config.Hidden, config.Layers, batchFirst: true, dropout: RecurrentCell.DropoutBetween(config));
        _heads = new(config.Hidden + config.Latent, _config);
        RegisterComponents();
    }

    public string Type => "vae";

    public IReadOnlyList<(string Name, long[] Shape)> Past =>
        [("h", [_config.Layers, _config.Hidden]), ("c", [_config.Layers, _config.Hidden])];

    public MelodyHeads Heads => _heads;

    /// <summary>z</summary>
    public int LatentSize => _config.Latent;

    public Tensor? Latent { get; set; }

    /// <summary>Mean and log-variance (b, z) of segments.</summary>
    /// <param name="note">(b, n, 3)</param>
    /// <param name="barPosition">(b, n, 4)</param>
    /// <param name="lengths">(b), how many of the n steps belong to the segment; null for all.</param>
    public (Tensor Mean, Tensor LogVariance) Encode(Tensor note, Tensor barPosition, Tensor? lengths = null)
    {
        var input = _dropout.call(_inputs.Embed(new(note, barPosition, barPosition)).All);    // (b, n, i)
        long b = input.shape[0], n = input.shape[1];
        var last = (lengths ?? full([b], n, dtype: ScalarType.Int64)) - 1;    // (b)
        var mirrored = (last.unsqueeze(1) - arange(n, dtype: ScalarType.Int64).unsqueeze(0)).clamp(min: 0);    // (b, n)
        var (ahead, _, _) = _forward.call(input);
        var (back, _, _) = _backward.call(input.gather(1, mirrored.unsqueeze(2).expand(b, n, input.shape[2])));
        var at = last.reshape(b, 1, 1).expand(b, 1, _config.Hidden);
        var read = cat([ahead.gather(1, at), back.gather(1, at)], 2).squeeze(1);    // (b, 2h)
        return (_mean.call(read), _logVariance.call(read));
    }

    public (Tensor Hidden, Tensor Divergence) Read(Batch batch)
    {
        var (note, barPosition) = (batch.Note, batch.BarPosition);
        var (mean, logVariance) = Encode(note, barPosition, batch[Column.IoiScored].ge(0).sum(1));
        var latent = mean + (Noise(mean) * (logVariance * 0.5).exp());
        return (Decode(WithDropout(note), barPosition, latent, []).Hidden, Divergence.Of(mean, logVariance));
    }

    public Tensor Price(Tensor divergence, int step) =>
        Divergence.Price(divergence, _config.FreeNats, _config.LatentWeight, _config.LatentSteps, step);

    public bool HasForm => false;

    public (Tensor Hidden, Tensor[] Present) Step(StepInputs inputs, Tensor[] past) => Decode(
        inputs.Note, inputs.BarPosition, (Latent ?? zeros(1, _config.Latent)).expand(inputs.Note.shape[0], _config.Latent), past);

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        WriteStep(Path.Combine(folder, GraphRole.FileName(GraphRole.Step)));
        WriteEncode(Path.Combine(folder, GraphRole.FileName(GraphRole.Encode)));
        _heads.Write(folder);
    }

    private (Tensor Hidden, Tensor[] Present) Decode(Tensor note, Tensor barPosition, Tensor latent, Tensor[] past)
    {
        var expanded = latent.unsqueeze(1).expand(note.shape[0], note.shape[1], _config.Latent);    // (b, n, z)
        var input = cat([_dropout.call(_inputs.Embed(new(note, barPosition, barPosition)).All), expanded], 2);
        (Tensor, Tensor)? state = past.Length == 0 ? null : (past[0].transpose(0, 1).contiguous(), past[1].transpose(0, 1).contiguous());
        var (output, h, c) = _decoder.call(input, state);
        return (cat([_dropout.call(output), expanded], 2), [h.transpose(0, 1), c.transpose(0, 1)]);
    }

    private Tensor Noise(Tensor like)
    {
        if (training)
            return randn_like(like);
        using var generator = new Generator(MeasuringSeed);
        return randn(like.shape, generator: generator);
    }

    // Input dropout: a dropped note reads as no note; its position in the bar is kept.
    private Tensor WithDropout(Tensor note)
    {
        if (!training || _config.InputDropout <= 0)
            return note;
        var dropped = rand(note.shape[0], note.shape[1], 1).lt(_config.InputDropout);
        var none = tensor(new long[] { Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration }, ScalarType.Int64);
        return where(dropped, none.reshape(1, 1, 3), note);
    }

    private void WriteStep(string path)
    {
        var graph = new OnnxGraph("step");
        var (input, _) = _inputs.Embed(graph);
        string latent = graph.Input(GraphPorts.Latent, OnnxType.Float, "batch", _config.Latent);
        string pastH = graph.Input(GraphPorts.Past + GraphPorts.HiddenState, OnnxType.Float, "batch", _config.Layers, _config.Hidden);
        string pastC = graph.Input(GraphPorts.Past + GraphPorts.CellState, OnnxType.Float, "batch", _config.Layers, _config.Hidden);
        string shape = graph.Concat(0, SizeOf(graph, input, 0), SizeOf(graph, input, 1), graph.Constant([(long)_config.Latent], 1));
        string expanded = graph.Node("Expand", graph.Node("Unsqueeze", latent, graph.Constant([1L], 1)), shape);
        string read = graph.Concat(2, input, expanded);
        var (output, present) = LstmNodes.Add(graph, _decoder, _config.Layers, _config.Hidden, read, [pastH, pastC]);
        graph.Output(GraphPorts.Hidden, OnnxType.Float, graph.Concat(2, output, expanded), "batch", "n", _config.Hidden + _config.Latent);
        graph.Output(GraphPorts.Present + GraphPorts.HiddenState, OnnxType.Float, present[0], "batch", _config.Layers, _config.Hidden);
        graph.Output(GraphPorts.Present + GraphPorts.CellState, OnnxType.Float, present[1], "batch", _config.Layers, _config.Hidden);
        graph.Write(path);
    }

    private void WriteEncode(string path)
    {
        var graph = new OnnxGraph("encode");
        var (input, _) = _inputs.Embed(graph, withHint: false);
        string sequence = graph.Transpose(input, 1, 0, 2);    // (n, b, i)
        string read = graph.Concat(1,
            LstmNodes.Last(graph, _forward, _config.Hidden, input, reverse: false),
            LstmNodes.Last(graph, _backward, _config.Hidden, input, reverse: true));
        graph.Output(GraphPorts.Mean, OnnxType.Float, graph.Linear(_mean, read), "batch", _config.Latent);
        graph.Output(GraphPorts.LogVariance, OnnxType.Float, graph.Linear(_logVariance, read), "batch", _config.Latent);
        graph.Write(path);
    }

    // One dimension of a value's shape, as a list of one.
    private static string SizeOf(OnnxGraph graph, string value, long dimension) =>
        graph.Node("Gather", [graph.Node("Shape", value), graph.Constant([dimension], 1)]);
}
