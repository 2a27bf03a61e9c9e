using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The parameters of a recurrent network in the order that ATen wants: for each layer and direction the weights of the input
/// and of the state, [gates x hidden, inputs], then their biases.
/// </summary>
internal sealed class RecurrentWeights
{
    private readonly Parameter[] _all;

    public RecurrentWeights(
        nn.Module owner, int gates, long inputs, long hidden, long layers, bool bias, bool bidirectional, ScalarType? dtype)
    {
        var bound = 1 / Math.Sqrt(hidden);
        var all = new List<Parameter>();
        for (var layer = 0L; layer < layers; layer++)
        {
            foreach (var direction in bidirectional ? new[] { "", "_reverse" } : [""])
            {
                var width = layer == 0 ? inputs : hidden * (bidirectional ? 2 : 1);
                Add($"weight_ih_l{layer}{direction}", gates * hidden, width);
                Add($"weight_hh_l{layer}{direction}", gates * hidden, hidden);
                if (!bias)
                    continue;
                Add($"bias_ih_l{layer}{direction}", gates * hidden);
                Add($"bias_hh_l{layer}{direction}", gates * hidden);
            }
        }
        _all = [.. all];

        void Add(string name, params long[] size)
        {
            var parameter = Initial.Uniform(bound, dtype, size);
            owner.register_parameter(name, parameter);
            all.Add(parameter);
        }
    }

    public Tensor[] All => _all;
}
