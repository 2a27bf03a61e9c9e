using TorchSharp.Modules;

namespace TorchSharp.Benchmarks;

/// <summary>
/// Causal self-attention with rotary positions, then two dense layers. Letters: b sequences, n tokens, w width, h heads, d width of a head.
/// </summary>
internal sealed class TransformerBlock : nn.Module<Tensor, Tensor>
{
    private const int HeadWidth = Sizes.Width / Sizes.Heads;

    private readonly LayerNorm _attentionNorm = nn.LayerNorm(Sizes.Width);
    private readonly Linear _queryKeyValue = nn.Linear(Sizes.Width, 3 * Sizes.Width);
    private readonly Linear _mix = nn.Linear(Sizes.Width, Sizes.Width);
    private readonly LayerNorm _denseNorm = nn.LayerNorm(Sizes.Width);
    private readonly Linear _widen = nn.Linear(Sizes.Width, 4 * Sizes.Width);
    private readonly Linear _narrow = nn.Linear(4 * Sizes.Width, Sizes.Width);
    private readonly Dropout _dropout = nn.Dropout(0.1);
    private readonly Tensor _cos, _sin, _mask;

    public TransformerBlock()
        : base("block")
    {
        var rates = pow(10000.0, arange(0, HeadWidth, 2, ScalarType.Float32) / -HeadWidth);
        var angles = outer(arange(Sizes.Tokens, ScalarType.Float32), rates);    // (n, d / 2)
        (_cos, _sin) = (angles.cos(), angles.sin());
        _mask = full(Sizes.Tokens, Sizes.Tokens, double.NegativeInfinity).triu(1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = x + Attention(_attentionNorm.call(x));
        return (x + Dense(_denseNorm.call(x))).MoveToOuterDisposeScope();
    }

    private Tensor Attention(Tensor x)
    {
        using var scope = NewDisposeScope();
        var parts = _queryKeyValue.call(x).view(x.size(0), Sizes.Tokens, 3, Sizes.Heads, HeadWidth)
            .permute(2, 0, 3, 1, 4);    // (3, b, h, n, d)
        var (query, key, value) = (Rotate(parts.select(0, 0)), Rotate(parts.select(0, 1)), parts.select(0, 2));    // (b, h, n, d)
        var scores = query.matmul(key.transpose(-2, -1)) * (1 / Math.Sqrt(HeadWidth)) + _mask;    // (b, h, n, n)
        var mixed = _dropout.call(scores.softmax(-1)).matmul(value);    // (b, h, n, d)
        return _dropout.call(_mix.call(mixed.transpose(1, 2).reshape(x.shape))).MoveToOuterDisposeScope();    // (b, n, w)
    }

    private Tensor Rotate(Tensor x)
    {
        using var scope = NewDisposeScope();
        var halves = x.chunk(2, -1);
        var (a, b) = (halves[0], halves[1]);
        return cat([a * _cos - b * _sin, b * _cos + a * _sin], -1).MoveToOuterDisposeScope();
    }

    private Tensor Dense(Tensor x)
    {
        using var scope = NewDisposeScope();
        return _dropout.call(_narrow.call(nn.functional.gelu(_widen.call(x)))).MoveToOuterDisposeScope();
    }
}
