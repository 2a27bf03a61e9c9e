using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// Recurrent layers over frames, and an output that gives a distribution over the next frame. Shapes: b sequences, n frames, i inputs, h
/// cells, w width of the hidden state.
/// </summary>
internal sealed class FrameModel : nn.Module
{
    private readonly FrameConfig _config;
    private readonly LSTM? _lstm;
    private readonly GRU? _gru;
    private readonly Dropout _inputDropout;
    private readonly nn.Module _output;

    public FrameModel(FrameConfig config)
        : base(config.Model)
    {
        _config = config;
        int inputs = FrameInputs.Width(config.Inputs), width = config.Hidden + (config.Skip ? inputs : 0);
        double between = config.Layers > 1 ? config.Dropout : 0;
        if (config.Model == "lstm")
            _lstm = nn.LSTM(inputs, config.Hidden, config.Layers, batchFirst: true, dropout: between);
        else
            _gru = nn.GRU(inputs, config.Hidden, config.Layers, batchFirst: true, dropout: between);
        _inputDropout = nn.Dropout(config.InputDropout);
        _output = config.Output == FrameConfig.Autoregressive
            ? new AutoregressiveOutput(width, config.OutputUnits, config.OutputDropout)
            : new IndependentOutput(width);
        RegisterComponents();
    }

    public FrameConfig Config => _config;

    /// <summary>
    /// The log-probability of each choice of a batch's frames, see <see cref="IFrameOutput"/>; their sum is the log-likelihood.
    /// </summary>
    public Tensor Choices(FrameBatch batch, int transposition = 0)
    {
        var hidden = Hidden(batch.Inputs).flatten(0, 1).index_select(0, batch.Positions);    // (frames, w)
        return ((IFrameOutput)_output).Choices(hidden, batch.Next, transposition);
    }

    // (b, n, w)
    private Tensor Hidden(Tensor inputs)
    {
        var read = _inputDropout.call(inputs);    // (b, n, i)
        var cells = Locked(_lstm is null ? _gru!.call(read).Item1 : _lstm.call(read).Item1);    // (b, n, h)
        return _config.Skip ? cat([cells, read], 2) : cells;
    }

    // Locked dropout: one mask for the whole sequence, because consecutive frames share most of their information.
    private Tensor Locked(Tensor cells)
    {
        if (!training || _config.Dropout == 0)
            return cells;
        double kept = 1 - _config.Dropout;
        return cells * (empty(cells.size(0), 1, cells.size(2)).bernoulli_(kept) / kept);
    }
}
