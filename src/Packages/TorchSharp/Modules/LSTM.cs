using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory: (output, last hidden state, last cell state); states [layers x directions, batch, hidden].</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly long _hidden;
    private readonly long _layers;
    private readonly bool _bias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;

    internal LSTM(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, ScalarType? dtype)
        : base(nameof(LSTM))
    {
        _weights = new RecurrentWeights(this, 4, inputs, hidden, layers, bias, bidirectional, dtype);
        _hidden = hidden;
        _layers = layers;
        _bias = bias;
        _batchFirst = batchFirst;
        _dropout = dropout;
        _bidirectional = bidirectional;
    }

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => forward(input, h0_c0);

    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (h0, c0) = h0_c0 ?? (State(input), State(input));
        var result = Aten.lstm_input.CallTriple(
            input, new[] { h0, c0 }, _weights.All, _bias, _layers, _dropout, training, _bidirectional, _batchFirst);
        if (h0_c0 is null)
        {
            h0.Dispose();
            c0.Dispose();
        }
        return result;
    }

    public void flatten_parameters()
    {
        // One block of memory for all weights only matters to cuDNN.
    }

    private Tensor State(Tensor input) =>
        zeros(_layers * (_bidirectional ? 2 : 1), input.size(_batchFirst ? 0 : 1), _hidden, input.dtype);
}
