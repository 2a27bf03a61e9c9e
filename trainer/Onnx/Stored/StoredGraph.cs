using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A graph read from a file that <see cref="OnnxGraph"/> wrote. Field numbers are those of onnx.proto.</summary>
internal sealed class StoredGraph
{
    private readonly List<StoredNode> _nodes;

    private StoredGraph(List<ProtoField> graph)
    {
        _nodes = [.. graph.Where(field => field.Number == 1).Select(StoredNode.Read)];
        var constants = graph.Where(field => field.Number == 5).Select(StoredConstant.Read);
        Constants = [.. constants.Select(constant => constant.Type == OnnxType.Float16 ? Widened(constant) : constant)];
        Inputs = [.. graph.Where(field => field.Number == 11).Select(StoredPort.Read)];
        Outputs = [.. graph.Where(field => field.Number == 12).Select(StoredPort.Read)];
    }

    /// <summary>The constants in the order in which they were added; those stored in 16 bits are converted to 32.</summary>
    public IReadOnlyList<StoredConstant> Constants { get; }

    public IReadOnlyList<StoredPort> Inputs { get; }

    public IReadOnlyList<StoredPort> Outputs { get; }

    /// <summary>Reads a graph.</summary>
    /// <exception cref="BadInputException">The file is missing or not a graph of the trainer.</exception>
    public static StoredGraph Read(string path)
    {
        return InputBorder.Read(path, "not a graph written by composer-trainer", "export the style again", () =>
        {
            byte[] bytes = GraphFile.Read(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
            var model = ProtoField.Read(ByteString.CopyFrom(bytes));
            return new StoredGraph(model.Single(field => field.Number == 7).Fields());
        });
    }

    /// <summary>Adds all nodes and constants to another graph.</summary>
    /// <param name="graph">The other graph.</param>
    /// <param name="inputs">The names of the values there that replace the inputs.</param>
    /// <returns>The names of the values there that replace the outputs.</returns>
    public Dictionary<string, string> AddTo(OnnxGraph graph, IReadOnlyDictionary<string, string> inputs)
    {
        var values = new Dictionary<string, string>(inputs) { [""] = "" };    // an omitted optional input
        foreach (var constant in Constants)
            values[constant.Name] = constant.AddTo(graph);
        foreach (var node in _nodes)
        {
            string[] nodeInputs = [.. node.Inputs.Select(input => values[input])];
            string[] outputs = graph.Nodes(node.Operation, nodeInputs, node.Outputs.Length, node.Attributes);
            for (int i = 0; i < outputs.Length; i++)
                values[node.Outputs[i]] = outputs[i];
        }
        return Outputs.ToDictionary(output => output.Name, output => values[output.Name]);
    }

    // A 16-bit constant and the node that casts it become one 32-bit constant.
    private StoredConstant Widened(StoredConstant constant)
    {
        var cast = _nodes.Single(node => node.Operation == "Cast" && node.Inputs[0] == constant.Name);
        _nodes.Remove(cast);
        return constant.Widened(cast.Outputs[0]);
    }
}
