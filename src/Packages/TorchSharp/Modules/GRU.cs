using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units: (output, last hidden state); the state is [layers x directions, batch, hidden].</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly long _hidden;
    private readonly long _layers;
    private readonly bool _bias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;

    internal GRU(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, ScalarType? dtype)
        : base(nameof(GRU))
    {
        _weights = new RecurrentWeights(this, 3, inputs, hidden, layers, bias, bidirectional, dtype);
        _hidden = hidden;
        _layers = layers;
        _bias = bias;
        _batchFirst = batchFirst;
        _dropout = dropout;
        _bidirectional = bidirectional;
    }

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => forward(input, h0);

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        using var zero = h0 is null ? State(input) : null;
        return Aten.gru_input.CallPair(input, h0 ?? zero, _weights.All, _bias, _layers, _dropout, training, _bidirectional, _batchFirst);
    }

    public void flatten_parameters()
    {
        // One block of memory for all weights only matters to cuDNN.
    }

    private Tensor State(Tensor input) =>
        zeros(_layers * (_bidirectional ? 2 : 1), input.size(_batchFirst ? 0 : 1), _hidden, input.dtype);
}
