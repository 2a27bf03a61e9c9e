using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Scaled dot-product attention in several heads; queries, keys and values are [length, batch, width].</summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly Parameter? _joint;
    private readonly Parameter[] _separate = [];
    private readonly Parameter? _bias;
    private readonly Linear _output;

    internal MultiheadAttention(
        long width, long heads, double dropout, bool bias, bool addBias, bool addZero, long? keyWidth, long? valueWidth)
        : base(nameof(MultiheadAttention))
    {
        if (heads <= 0 || width % heads != 0)
            throw new ArgumentException($"embedded_dim {width} must be divisible by num_heads {heads}.");
        if (addBias || addZero)
            throw new NotSupportedException(
                "add_bias_kv and add_zero_attn are not supported; append such keys to key and value before the call.");
        _width = width;
        _heads = heads;
        _dropout = dropout;
        if ((keyWidth ?? width) == width && (valueWidth ?? width) == width)
        {
            register_parameter("in_proj_weight", _joint = Initial.Zeros(null, 3 * width, width));
            nn.init.xavier_uniform_(_joint);
        }
        else
        {
            _separate = [Projection("q", width), Projection("k", keyWidth ?? width), Projection("v", valueWidth ?? width)];
        }
        if (bias)
            register_parameter("in_proj_bias", _bias = Initial.Zeros(null, 3 * width));
        _output = nn.Linear(width, width, bias);
        if (_output.bias is not null)
            nn.init.zeros_(_output.bias);
        register_module("out_proj", _output);
    }

    public new Tuple<Tensor, Tensor?> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        forward(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <summary>
    /// Returns [length, batch, width] and the weights averaged over the heads, [batch, length, keys], or null. The padding mask,
    /// [batch, keys], is true where a key is none; the attention mask, [length, keys] or [batch x heads, length, keys], is true
    /// where looking is forbidden, or is added to the scores.
    /// </summary>
    public override Tuple<Tensor, Tensor?> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        using var scope = NewDisposeScope();
        var (length, batch, keys) = (query.size(0), query.size(1), key.size(0));
        // Each [batch x heads, length, width / heads].
        var (q, k, v) = (Project(query, 0, length), Project(key, 1, keys), Project(value, 2, keys));
        var scores = (q * (1 / Math.Sqrt(_width / _heads))).bmm(k.transpose(1, 2));
        if (attn_mask is not null)
            scores = Masked(scores, attn_mask);
        if (key_padding_mask is not null)
            scores = Masked(scores.view(batch, _heads, length, keys), key_padding_mask.view(batch, 1, 1, keys)).view(-1, length, keys);
        var weights = nn.functional.dropout(scores.softmax(-1), _dropout, training && _dropout > 0);
        var mixed = weights.bmm(v).transpose(0, 1).reshape(length, batch, _width);
        var result = _output.call(mixed).MoveToOuterDisposeScope();
        var shown = need_weights ? weights.view(batch, _heads, length, keys).mean([1]).MoveToOuterDisposeScope() : null;
        return Tuple.Create(result, shown);
    }

    private Parameter Projection(string letter, long inputs)
    {
        var parameter = Initial.Zeros(null, _width, inputs);
        nn.init.xavier_uniform_(parameter);
        register_parameter($"{letter}_proj_weight", parameter);
        return parameter;
    }

    private Tensor Project(Tensor input, int part, long length)
    {
        var weight = _joint?.narrow(0, part * _width, _width) ?? _separate[part];
        var projected = nn.functional.linear(input, weight, _bias?.narrow(0, part * _width, _width));
        return projected.contiguous().view(length, -1, _width / _heads).transpose(0, 1);
    }

    private static Tensor Masked(Tensor scores, Tensor mask) =>
        mask.dtype == ScalarType.Bool ? scores.masked_fill(mask, double.NegativeInfinity) : scores + mask;
}
