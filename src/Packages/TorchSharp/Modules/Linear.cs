using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>y = x Wᵀ + b; the weight is [outputs, inputs].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    internal Linear(long inputs, long outputs, bool hasBias, ScalarType? dtype)
        : base(nameof(Linear))
    {
        in_features = inputs;
        out_features = outputs;
        var bound = inputs > 0 ? 1 / Math.Sqrt(inputs) : 0;
        weight = Initial.Uniform(bound, dtype, outputs, inputs);
        bias = hasBias ? Initial.Uniform(bound, dtype, outputs) : null;
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        this.weight = weight;
        this.bias = bias;
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    public Parameter weight
    {
        get => _weight;

        [MemberNotNull(nameof(_weight))]
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
}
