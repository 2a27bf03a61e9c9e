using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Self-attention and two linear layers, each added to its input and then normalised; [length, batch, width].</summary>
public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>
{
    private readonly MultiheadAttention _attention;
    private readonly Linear _widen;
    private readonly Linear _narrow;
    private readonly LayerNorm _attentionNorm;
    private readonly LayerNorm _feedForwardNorm;
    private readonly double _dropout;
    private readonly nn.Activations _activation;

    internal TransformerEncoderLayer(long width, long heads, long innerWidth, double dropout, nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        _dropout = dropout;
        _activation = activation;
        register_module("self_attn", _attention = nn.MultiheadAttention(width, heads, dropout));
        register_module("linear1", _widen = nn.Linear(width, innerWidth));
        register_module("linear2", _narrow = nn.Linear(innerWidth, width));
        register_module("norm1", _attentionNorm = nn.LayerNorm(width));
        register_module("norm2", _feedForwardNorm = nn.LayerNorm(width));
    }

    public override Tensor forward(Tensor src) => call(src, null, null);

    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var (attended, _) = _attention.call(src, src, src, src_key_padding_mask, false, src_mask);
        var seen = _attentionNorm.call(src + Drop(attended));
        var inner = _widen.call(seen);
        var thought = _narrow.call(Drop(_activation == nn.Activations.GELU ? inner.gelu() : inner.relu()));
        return _feedForwardNorm.call(seen + Drop(thought)).MoveToOuterDisposeScope();
    }

    private Tensor Drop(Tensor value) => nn.functional.dropout(value, _dropout, training && _dropout > 0);
}
