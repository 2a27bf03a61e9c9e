using ComposerPlugin.Trainer.CommandLine;
using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A graph read from a file that <see cref="OnnxGraph"/> has written. Field numbers are those of onnx.proto.</summary>
internal sealed class StoredGraph
{
    private readonly List<StoredNode> _nodes;

    private StoredGraph(List<ProtoField> graph)
    {
        _nodes = [.. graph.Where(field => field.Number == 1).Select(StoredNode.Read)];
        Constants = [.. graph.Where(field => field.Number == 5).Select(StoredConstant.Read).Select(constant => constant.Type == OnnxType.Float16 ? Widened(constant) : constant)];
        Inputs = [.. graph.Where(field => field.Number == 11).Select(StoredPort.Read)];
        Outputs = [.. graph.Where(field => field.Number == 12).Select(StoredPort.Read)];
    }

    /// <summary>In the order in which they were added; those stored in 16 bits as if they were not.</summary>
    public IReadOnlyList<StoredConstant> Constants { get; }

    public IReadOnlyList<StoredPort> Inputs { get; }

    public IReadOnlyList<StoredPort> Outputs { get; }

    /// <exception cref="BadInputException">The file is missing, or no graph that the trainer has written.</exception>
    public static StoredGraph Read(string path)
    {
        try
        {
            var model = ProtoField.Read(ByteString.CopyFrom(File.ReadAllBytes(path)));
            return new(model.Single(field => field.Number == 7).Fields());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw new BadInputException($"{path}: this is no graph that composer-trainer has written ({exception.Message.TrimEnd('.')}); export the style again.");
        }
    }

    /// <summary>Adds its nodes and constants to another graph.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="inputs">The values there that its inputs are.</param>
    /// <returns>The values there that its outputs are.</returns>
    public Dictionary<string, string> AddTo(OnnxGraph graph, IReadOnlyDictionary<string, string> inputs)
    {
        var values = new Dictionary<string, string>(inputs) { [""] = "" };    // an optional input that is left out
        foreach (var constant in Constants)
            values[constant.Name] = constant.AddTo(graph);
        foreach (var node in _nodes)
        {
            string[] outputs = graph.Nodes(node.Operation, [.. node.Inputs.Select(input => values[input])], node.Outputs.Length, node.Attributes);
            for (int i = 0; i < outputs.Length; i++)
                values[node.Outputs[i]] = outputs[i];
        }
        return Outputs.ToDictionary(output => output.Name, output => values[output.Name]);
    }

    // A constant of 16 bits is cast by a node of its own; the two become one constant.
    private StoredConstant Widened(StoredConstant constant)
    {
        var cast = _nodes.Single(node => node.Operation == "Cast" && node.Inputs[0] == constant.Name);
        _nodes.Remove(cast);
        return constant.Widened(cast.Outputs[0]);
    }
}
