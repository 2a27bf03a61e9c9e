using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// The graphs of several styles as one: every member runs each step, with its own past, and the heads give the logarithm of the mean of the
/// members' probabilities. The hidden states are concatenated; the past <c>past.h</c> of member 0 is <c>past.0.h</c>.
/// </summary>
internal sealed class EnsembleGraphs
{

    private static readonly long[] _axes = [2];

    private readonly List<IReadOnlyDictionary<string, StoredGraph>> _members;
    private readonly List<long> _widths;

    /// <param name="members">The graphs of each style, by role.</param>
    public EnsembleGraphs(IEnumerable<IReadOnlyDictionary<string, StoredGraph>> members)
    {
        _members = [.. members];
        var hidden = _members.Select(member => member[GraphRole.Step].Outputs.Single(output => output.Name == GraphPorts.Hidden));
        _widths = [.. hidden.Select(output => output.Shape[^1].Size)];
    }

    /// <summary>Writes the graphs.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="files">Their names by role.</param>
    /// <exception cref="BadInputException">The members do not fit together.</exception>
    public void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (role, file) in files)
            (role == GraphRole.Step ? Step() : Head(role)).Write(Path.Combine(folder, file));
    }

    private OnnxGraph Step()
    {
        var graph = new OnnxGraph(GraphRole.Step);
        var shared = new Dictionary<string, StoredPort>();
        var (hidden, presents) = (new List<string>(), new List<(StoredPort Port, string Name, string Value)>());
        for (int member = 0; member < _members.Count; member++)
        {
            var step = _members[member][GraphRole.Step];
            var inputs = step.Inputs.ToDictionary(input => input.Name, input =>
                input.Name.StartsWith(GraphPorts.Past, StringComparison.Ordinal)
                    ? graph.Input(Own(input.Name, GraphPorts.Past, member), input.Type, Own(input.Shape, member))
                    : Shared(graph, shared, input, member));
            var outputs = step.AddTo(graph, inputs);
            hidden.Add(outputs[GraphPorts.Hidden]);
            foreach (var output in step.Outputs.Where(output => output.Name.StartsWith(GraphPorts.Present, StringComparison.Ordinal)))
            {
                string own = Own(output.Name, GraphPorts.Present, member);
                presents.Add((output with { Shape = Own(output.Shape, member) }, own, outputs[output.Name]));
            }
        }
        graph.Output(GraphPorts.Hidden, OnnxType.Float, graph.Concat(2, [.. hidden]), "batch", "n", _widths.Sum());
        foreach (var (port, name, value) in presents)
            graph.Output(name, port.Type, value, port.Shape);
        return graph;
    }

    private OnnxGraph Head(string role)
    {
        var graph = new OnnxGraph(role);
        string hidden = graph.Input(GraphPorts.Hidden, OnnxType.Float, "batch", "n", _widths.Sum());
        string axis = graph.Constant([2L], 1);
        var shared = new Dictionary<string, StoredPort>();
        var likelihoods = new List<string>();
        StoredPort? logits = null;
        for (int member = 0, first = 0; member < _members.Count; first += (int)_widths[member++])
        {
            var head = _members[member][role];
            string own = graph.Node("Slice", hidden, graph.Constant([(long)first], 1), graph.Constant([first + _widths[member]], 1), axis);
            var inputs = head.Inputs.ToDictionary(
                input => input.Name, input => input.Name == GraphPorts.Hidden ? own : Shared(graph, shared, input, member));
            var outputs = head.AddTo(graph, inputs);
            logits = head.Outputs.Single(output => output.Name == GraphPorts.Logits);
            string likelihood = graph.Node("LogSoftmax", [outputs[GraphPorts.Logits]], new OnnxAttribute("axis", -1L));
            likelihoods.Add(graph.Node("Unsqueeze", likelihood, axis));
        }
        string sum = graph.Node(
            "ReduceLogSumExp", [graph.Concat(2, [.. likelihoods])], new OnnxAttribute("axes", _axes), new OnnxAttribute("keepdims", 0L));
        graph.Output(GraphPorts.Logits, OnnxType.Float, graph.Node("Sub", sum, graph.Constant([MathF.Log(_members.Count)])), logits!.Shape);
        return graph;
    }

    // An input that several members read is added once.
    private static string Shared(OnnxGraph graph, Dictionary<string, StoredPort> shared, StoredPort input, int member)
    {
        if (!shared.TryGetValue(input.Name, out var known))
        {
            shared[input.Name] = input;
            return graph.Input(input.Name, input.Type, input.Shape);
        }
        return known.Type == input.Type && known.Shape.SequenceEqual(input.Shape)
            ? input.Name
            : throw new BadInputException(
                $"ensemble: the input \"{input.Name}\" of style {member + 1} has another shape; "
                + "train all with one version of the trainer.");
    }

    private static string Own(string name, string prefix, int member) => $"{prefix}{member}.{name[prefix.Length..]}";

    // The batch is shared; the length of a past belongs to a member.
    private static OnnxDimension[] Own(OnnxDimension[] shape, int member) =>
        [.. shape.Select((dimension, i) => i > 0 && dimension.Name is { } name ? (OnnxDimension)$"{name}.{member}" : dimension)];
}
