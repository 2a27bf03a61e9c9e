using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class AttentionTests
{
    private readonly Tensor _query; // [length 3, batch 2, width 4]
    private readonly Tensor _memory; // [keys 5, batch 2, width 4]

    public AttentionTests()
    {
        manual_seed(6);
        _query = randn(3, 2, 4, float64);
        _memory = randn(5, 2, 4, float64);
    }

    [Fact]
    public void Attention_equals_the_computation_head_by_head()
    {
        using var attention = MultiheadAttention(4, 2).to(float64);
        uniform(attention);
        var (output, weights) = attention.call(_query, _memory, _memory * 2);
        var expected = Reference(attention, _query, _memory, _memory * 2, (_, _, _) => true);
        Close.To(expected.Output, output, 1e-10);
        Close.To(expected.Weights, weights!, 1e-10);
        Assert.Null(attention.call(_query, _memory, _memory, need_weights: false).Item2);
    }

    [Fact]
    public void Masks_forbid_keys()
    {
        using var attention = MultiheadAttention(4, 2).to(float64);
        uniform(attention);
        var causal = ones(3, 3, @bool).triu(1);
        var expected = Reference(attention, _query, _query, _query, (_, t, s) => s <= t);
        Close.To(expected.Output, attention.call(_query, _query, _query, attn_mask: causal).Item1, 1e-10);
        var added = zeros(3, 3, float64).masked_fill(causal, double.NegativeInfinity);
        Close.To(expected.Output, attention.call(_query, _query, _query, attn_mask: added).Item1, 1e-10);
        var padding = tensor(new[,] { { false, false, false, false, true }, { false, false, true, true, true } });
        var padded = Reference(attention, _query, _memory, _memory, (b, _, s) => s < (b == 0 ? 4 : 2));
        Close.To(padded.Output, attention.call(_query, _memory, _memory, key_padding_mask: padding).Item1, 1e-10);
    }

    [Fact]
    public void Keys_and_values_may_have_their_own_width()
    {
        using var attention = MultiheadAttention(4, 2, kdim: 3, vdim: 6);
        Assert.Equal([3, 2, 4], attention.call(randn(3, 2, 4), randn(5, 2, 3), randn(5, 2, 6)).Item1.shape);
        Assert.True(attention.has_parameter("k_proj_weight"));
        Assert.True(attention.has_parameter("out_proj.weight"));
    }

    [Fact]
    public void Gradients_reach_everything()
    {
        using var attention = MultiheadAttention(4, 2).to(float64);
        Gradient.Check(inputs => attention.call(inputs[0], inputs[1], inputs[2]).Item1, 1e-5, _query, _memory, _memory);
        ParameterGradients.Check(attention, () => attention.call(_query, _memory, _memory).Item1, 1e-5);
    }

    [Fact]
    public void The_functional_form_equals_the_formula()
    {
        var (q, k, v) = (_query.transpose(0, 1), _memory.transpose(0, 1), _memory.transpose(0, 1).sin());
        var scores = q.matmul(k.transpose(-2, -1)) / 2;
        Close.To(scores.softmax(-1).matmul(v), functional.scaled_dot_product_attention(q, k, v), 1e-12);
        var causal = functional.scaled_dot_product_attention(q, q, q, is_casual: true);
        Close.To(q[TensorIndex.Colon, TensorIndex.Single(0)], causal[TensorIndex.Colon, TensorIndex.Single(0)], 1e-12);
        Gradient.Check(inputs => functional.scaled_dot_product_attention(inputs[0], inputs[1], inputs[2]), 1e-6, q, k, v);
    }

    [Fact]
    public void An_encoder_layer_is_attention_and_two_linear_layers_each_added_and_normalised()
    {
        using var layer = TransformerEncoderLayer(4, 2, 8, dropout: 0, activation: Activations.GELU).to(float64);
        var attention = (Modules.MultiheadAttention)layer.named_children().Single(child => child.name == "self_attn").module;
        var mask = ones(3, 3, @bool).triu(1);
        Tensor P(string name) => layer.get_parameter(name)!;
        var first = functional.layer_norm(
            _query + attention.call(_query, _query, _query, attn_mask: mask).Item1, [4], P("norm1.weight"), P("norm1.bias"));
        var inner = functional.linear(
            functional.linear(first, P("linear1.weight"), P("linear1.bias")).gelu(), P("linear2.weight"), P("linear2.bias"));
        var expected = functional.layer_norm(first + inner, [4], P("norm2.weight"), P("norm2.bias"));
        Close.To(expected, layer.call(_query, mask), 1e-12);
        ParameterGradients.Check(layer, () => layer.call(_query), 1e-4);
        Assert.Equal(12, layer.state_dict().Count);
    }

    [Fact]
    public void A_width_that_the_heads_do_not_divide_is_refused()
    {
        Assert.Contains("divisible", Assert.Throws<ArgumentException>(() => MultiheadAttention(5, 2)).Message);
        Assert.Throws<NotSupportedException>(() => MultiheadAttention(4, 2, add_zero_attn: true));
    }

    /// <summary>Gives the zero biases values, so that they matter.</summary>
    private static void uniform(Module module)
    {
        foreach (var parameter in module.parameters())
            init.uniform_(parameter, -0.5, 0.5);
    }

    private static (Tensor Output, Tensor Weights) Reference(
        Module module, Tensor query, Tensor key, Tensor value, Func<int, int, int, bool> allowed)
    {
        var weight = module.get_parameter("in_proj_weight")!;
        var bias = module.get_parameter("in_proj_bias")!;
        var (q, k, v) = (Project(query, 0), Project(key, 4), Project(value, 8));
        var output = zeros_like(query);
        var weights = zeros(2, query.size(0), key.size(0), float64);
        for (var b = 0; b < 2; b++)
        {
            for (var t = 0; t < query.size(0); t++)
            {
                for (var head = 0; head < 2; head++)
                {
                    var scores = new double[key.size(0)];
                    for (var s = 0; s < scores.Length; s++)
                        scores[s] = allowed(b, t, s)
                            ? Enumerable.Range(2 * head, 2).Sum(i => q[t, b, i].item<double>() * k[s, b, i].item<double>()) / Math.Sqrt(2)
                            : double.NegativeInfinity;
                    var exponentials = scores.Select(Math.Exp).ToArray();
                    for (var s = 0; s < scores.Length; s++)
                    {
                        var share = exponentials[s] / exponentials.Sum();
                        weights.data<double>()[b, t, s] += share / 2;
                        for (var i = 2 * head; i < 2 * head + 2; i++)
                            output.data<double>()[t, b, i] += share * v[s, b, i].item<double>();
                    }
                }
            }
        }
        return (functional.linear(output, module.get_parameter("out_proj.weight")!, module.get_parameter("out_proj.bias")), weights);

        Tensor Project(Tensor input, int start) => functional.linear(input, weight.narrow(0, start, 4), bias.narrow(0, start, 4)).detach();
    }
}
