using System.Runtime.InteropServices;
using Google.Protobuf;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Writes a small ONNX graph (opset 17, IR 8), field by field as onnx.proto numbers them.</summary>
internal sealed class OnnxGraph
{
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly ProtoMessage _graph = new ProtoMessage().Text(2, "test");

    /// <summary>Adds an input of numbers; a dimension below 0 is symbolic.</summary>
    public OnnxGraph Numbers(string name, params int[] sizes) => Port(11, name, Float, sizes);

    public OnnxGraph Classes(string name, params int[] sizes) => Port(11, name, Int64, sizes);

    public OnnxGraph Output(string name, params int[] sizes) => Port(12, name, Float, sizes);

    public OnnxGraph Weights(string name, float[] values, params int[] sizes) =>
        Tensor(Dimensions(sizes).Number(2, Float).Text(8, name).Bytes(9, ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values))));

    public OnnxGraph Integers(string name, params long[] values) =>
        Tensor(Dimensions(values.Length).Number(2, Int64).Text(8, name).Bytes(9, ByteString.CopyFrom(MemoryMarshal.AsBytes<long>(values))));

    /// <summary>Adds weights that are declared as external data.</summary>
    public OnnxGraph WeightsElsewhere(string name, string location, params int[] sizes) =>
        Tensor(Dimensions(sizes).Number(2, Float).Text(8, name)
            .Message(13, new ProtoMessage().Text(1, "location").Text(2, location))
            .Number(14, 1));

    /// <summary>Adds a node: "output = operator(inputs)", with at most one integer attribute.</summary>
    public OnnxGraph Node(string operation, string output, string[] inputs, string? attribute = null, long value = 0, long[]? values = null)
    {
        var node = new ProtoMessage();
        foreach (string input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(4, operation);
        if (attribute is not null)
            node.Message(5, values is null ? Attribute(attribute, value) : Attribute(attribute, values));
        _graph.Message(1, node);
        return this;
    }

    /// <summary>Adds the mean over a dimension, which these orders of dimensions exchange with the last one.</summary>
    public OnnxGraph Mean(string output, string input, int size, long[] order) => this
        .Weights(output + ".parts", [.. Enumerable.Repeat(1f / size, size)], size, 1)
        .Node("Transpose", output + ".columns", [input], "perm", values: order)
        .Node("MatMul", output + ".mean", [output + ".columns", output + ".parts"])
        .Node("Transpose", output, [output + ".mean"], "perm", values: order);

    /// <summary>Adds a loop that copies an input endlessly.</summary>
    public OnnxGraph Loop(string output, string input)
    {
        var body = new ProtoMessage().Text(2, "body").Message(1, new ProtoMessage().Text(1, input).Text(2, "copy").Text(4, "Identity"));
        _graph.Message(1, new ProtoMessage().Text(1, "").Text(1, "").Text(1, input).Text(2, output).Text(4, "Loop")
            .Message(5, new ProtoMessage().Text(1, "body").Message(6, body).Number(20, 5)));
        return this;
    }

    public byte[] ToBytes() => new ProtoMessage()
        .Number(1, 8)
        .Message(8, new ProtoMessage().Number(2, 17))
        .Message(7, _graph)
        .ToBytes();

    private static ProtoMessage Attribute(string name, long value) => new ProtoMessage().Text(1, name).Number(3, value).Number(20, 2);

    private static ProtoMessage Attribute(string name, long[] values)
    {
        var attribute = new ProtoMessage().Text(1, name);
        foreach (long value in values)
            attribute.Number(8, value);
        return attribute.Number(20, 7);
    }

    private static ProtoMessage Dimensions(params int[] sizes) =>
        sizes.Aggregate(new ProtoMessage(), (tensor, size) => tensor.Number(1, size));

    private OnnxGraph Tensor(ProtoMessage tensor)
    {
        _graph.Message(5, tensor);
        return this;
    }

    private OnnxGraph Port(int field, string name, int element, int[] sizes)
    {
        var shape = new ProtoMessage();
        for (int i = 0; i < sizes.Length; i++)
            shape.Message(1, sizes[i] < 0 ? new ProtoMessage().Text(2, $"{name}.{i}") : new ProtoMessage().Number(1, sizes[i]));
        var tensor = new ProtoMessage().Number(1, element).Message(2, shape);
        _graph.Message(field, new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, tensor)));
        return this;
    }
}
