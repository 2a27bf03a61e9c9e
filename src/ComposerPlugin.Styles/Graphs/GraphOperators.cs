namespace ComposerPlugin.Styles;

/// <summary>
/// [any] The ONNX operators that the trainer writes into graphs, with their attributes. The trainer refuses to write others, and the
/// plugin refuses to open graphs with others.
/// </summary>
public static class GraphOperators
{
    private static readonly string[] _none = [];
    private static readonly string[] _axis = ["axis"];

    private static readonly Dictionary<string, string[]> _attributes = new()
    {
        ["Add"] = _none,
        ["Cast"] = ["to"],
        ["Concat"] = _axis,
        ["Conv"] = ["strides", "pads"],
        ["ConvTranspose"] = ["strides"],
        ["Cos"] = _none,
        ["Div"] = _none,
        ["Erf"] = _none,
        ["Expand"] = _none,
        ["GRU"] = ["hidden_size", "linear_before_reset"],
        ["Gather"] = _axis,
        ["Greater"] = _none,
        ["Identity"] = _none,
        ["LSTM"] = ["hidden_size", "direction"],
        ["LayerNormalization"] = ["axis", "epsilon"],
        ["Log"] = _none,
        ["LogSoftmax"] = _axis,
        ["MatMul"] = _none,
        ["Mul"] = _none,
        ["Range"] = _none,
        ["ReduceLogSumExp"] = ["axes", "keepdims"],
        ["Relu"] = _none,
        ["Reshape"] = _none,
        ["Shape"] = _none,
        ["Sin"] = _none,
        ["Slice"] = _none,
        ["Softmax"] = _axis,
        ["Split"] = _axis,
        ["Squeeze"] = _none,
        ["Sub"] = _none,
        ["Transpose"] = ["perm"],
        ["Unsqueeze"] = _none,
        ["Where"] = _none,
    };

    /// <summary>The names of all operators.</summary>
    public static IReadOnlyCollection<string> All => _attributes.Keys;

    /// <summary>The attributes of an operator that the trainer writes; null for an operator that it does not write.</summary>
    public static IReadOnlyList<string>? AttributesOf(string operation) => _attributes.GetValueOrDefault(operation);
}
