using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, [entries, width], that whole numbers look up.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _padding;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleByFrequency;
    private readonly bool _sparse;
    private Parameter _weight;

    internal Embedding(Parameter weight, long? padding, double? maxNorm, double normType, bool scaleByFrequency, bool sparse)
        : base(nameof(Embedding))
    {
        _padding = padding is { } row ? (row < 0 ? row + weight.shape[0] : row) : -1;
        _maxNorm = maxNorm;
        _normType = normType;
        _scaleByFrequency = scaleByFrequency;
        _sparse = sparse;
        this.weight = weight;
    }

    public Parameter? weight
    {
        get => _weight;

        [MemberNotNull(nameof(_weight))]
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value ?? throw new ArgumentNullException(nameof(value)));
    }

    public override Tensor forward(Tensor input)
    {
        if (_maxNorm is { } limit)
        {
            using var _ = no_grad();
            Aten.embedding_renorm_.Run(_weight, input, limit, _normType);
        }
        return Aten.embedding.Call(_weight, input, _padding, _scaleByFrequency, _sparse);
    }

    /// <summary>Vectors from the normal distribution; the padding entry is zero and learns nothing.</summary>
    internal static Parameter Vectors(long entries, long width, long? padding, ScalarType? dtype)
    {
        var weight = Initial.Normal(dtype, entries, width);
        if (padding is { } row)
        {
            using var _ = no_grad();
            using var vector = weight[row];
            vector.zero_();
        }
        return weight;
    }
}
