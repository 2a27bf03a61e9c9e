using System.Runtime.InteropServices;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.IO;
using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// Builds an ONNX graph node by node and writes it as a model file: opset 17, IR version 8. Values are identified by names; every method
/// that adds one returns its name. Field numbers are those of onnx.proto.
/// </summary>
/// <param name="name">The graph's name.</param>
/// <param name="halfWeights">Whether larger float constants are stored in 16 bits and cast to 32 when the graph is loaded.</param>
internal sealed class OnnxGraph(string name, bool halfWeights = false)
{
    // Smaller constants stay in 32 bits: they save nothing, and masks, axes and bounds are among them.
    private const int FewestHalves = 256;

    private const int IrVersion = 8;
    private const int Opset = 17;

    private readonly List<Action<CodedOutputStream>> _nodes = [];
    private readonly List<Action<CodedOutputStream>> _constants = [];
    private readonly List<Action<CodedOutputStream>> _inputs = [];
    private readonly List<Action<CodedOutputStream>> _outputs = [];

    /// <summary>Adds an input of the graph.</summary>
    public string Input(string input, OnnxType type, params OnnxDimension[] shape)
    {
        _inputs.Add(output => WriteValue(output, input, type, shape));
        return input;
    }

    /// <summary>Makes a value an output of the graph.</summary>
    public string Output(string output, OnnxType type, string value, params OnnxDimension[] shape)
    {
        Add("Identity", [value], [output]);
        _outputs.Add(stream => WriteValue(stream, output, type, shape));
        return output;
    }

    /// <summary>Adds a constant in row-major order; a scalar without <paramref name="dimensions"/>.</summary>
    public string Constant(ReadOnlySpan<float> values, params long[] dimensions)
    {
        if (!halfWeights || values.Length < FewestHalves)
            return Constant(OnnxType.Float, MemoryMarshal.AsBytes(values).ToArray(), dimensions);
        var halves = new Half[values.Length];
        for (int i = 0; i < halves.Length; i++)
            halves[i] = (Half)values[i];
        string stored = Constant(OnnxType.Float16, MemoryMarshal.AsBytes<Half>(halves).ToArray(), dimensions);
        return Node("Cast", [stored], new OnnxAttribute("to", (long)OnnxType.Float));
    }

    /// <inheritdoc cref="Constant(ReadOnlySpan{float}, long[])"/>
    public string Constant(ReadOnlySpan<long> values, params long[] dimensions) =>
        Constant(OnnxType.Int64, MemoryMarshal.AsBytes(values).ToArray(), dimensions);

    /// <summary>Adds a node with one output.</summary>
    public string Node(string operation, params string[] inputs) => Node(operation, inputs, []);

    /// <summary>Adds a node with one output and attributes.</summary>
    public string Node(string operation, string[] inputs, params OnnxAttribute[] attributes) =>
        Nodes(operation, inputs, 1, attributes)[0];

    /// <summary>Adds a node with several outputs. An empty input name omits an optional input.</summary>
    public string[] Nodes(string operation, string[] inputs, int outputs, params OnnxAttribute[] attributes)
    {
        string node = $"{operation.ToLowerInvariant()}.{_nodes.Count}";
        string[] names = [.. Enumerable.Range(0, outputs).Select(output => outputs > 1 ? $"{node}.{output}" : node)];
        Add(operation, inputs, names, attributes);
        return names;
    }

    /// <summary>Writes the model file.</summary>
    public void Write(string path) => AtomicFile.Write(path, Write);

    /// <summary>Writes the model as a ModelProto.</summary>
    public void Write(Stream stream)
    {
        using var output = new CodedOutputStream(stream, leaveOpen: true);
        output.WriteNumber(1, IrVersion);
        output.WriteText(2, "composer-trainer");
        output.WriteMessage(7, WriteGraph);
        output.WriteMessage(8, opset =>
        {
            opset.WriteText(1, "");
            opset.WriteNumber(2, Opset);
        });
    }

    private void WriteGraph(CodedOutputStream output)
    {
        foreach (var node in _nodes)
            output.WriteMessage(1, node);
        output.WriteText(2, name);
        foreach (var constant in _constants)
            output.WriteMessage(5, constant);
        foreach (var input in _inputs)
            output.WriteMessage(11, input);
        foreach (var graphOutput in _outputs)
            output.WriteMessage(12, graphOutput);
    }

    private void Add(string operation, string[] inputs, string[] outputs, params OnnxAttribute[] attributes)
    {
        if (GraphOperators.AttributesOf(operation) is not { } known || attributes.Any(attribute => !known.Contains(attribute.Name)))
            throw new ArgumentException($"the plugin accepts no {operation} with these attributes", nameof(operation));
        string node = $"{operation.ToLowerInvariant()}.{_nodes.Count}";
        _nodes.Add(output =>
        {
            foreach (string input in inputs)
                output.WriteText(1, input);
            foreach (string value in outputs)
                output.WriteText(2, value);
            output.WriteText(3, node);
            output.WriteText(4, operation);
            foreach (var attribute in attributes)
                output.WriteMessage(5, attribute.Write);
        });
    }

    private string Constant(OnnxType type, byte[] bytes, long[] dimensions)
    {
        string constant = $"constant.{_constants.Count}";
        _constants.Add(output =>
        {
            foreach (long dimension in dimensions)
                output.WriteNumber(1, dimension);
            output.WriteNumber(2, (int)type);
            output.WriteText(8, constant);
            output.WriteBytes(9, bytes);
        });
        return constant;
    }

    private static void WriteValue(CodedOutputStream output, string value, OnnxType type, OnnxDimension[] shape)
    {
        output.WriteText(1, value);
        output.WriteMessage(2, valueType => valueType.WriteMessage(1, tensor =>
        {
            tensor.WriteNumber(1, (int)type);
            tensor.WriteMessage(2, dimensions =>
            {
                foreach (var dimension in shape)
                    dimensions.WriteMessage(1, written => WriteDimension(written, dimension));
            });
        }));
    }

    private static void WriteDimension(CodedOutputStream output, OnnxDimension dimension)
    {
        if (dimension.Name is { } name)
            output.WriteText(2, name);
        else
            output.WriteNumber(1, dimension.Size);
    }
}
