namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A node of a graph read from a file. Field numbers are those of onnx.proto.</summary>
internal sealed record StoredNode(string Operation, string[] Inputs, string[] Outputs, OnnxAttribute[] Attributes)
{
    /// <summary>Reads a NodeProto.</summary>
    public static StoredNode Read(ProtoField node)
    {
        var fields = node.Fields();
        return new(
            fields.Single(field => field.Number == 4).Text,
            [.. fields.Where(field => field.Number == 1).Select(field => field.Text)],
            [.. fields.Where(field => field.Number == 2).Select(field => field.Text)],
            [.. fields.Where(field => field.Number == 5).Select(AttributeOf)]);
    }

    private static OnnxAttribute AttributeOf(ProtoField attribute)
    {
        var fields = attribute.Fields();
        string name = fields.Single(field => field.Number == 1).Text;
        long type = fields.Single(field => field.Number == 20).Value;
        return new(name, type switch
        {
            1 => fields.Single(field => field.Number == 2).Fraction,
            2 => fields.Single(field => field.Number == 3).Value,
            3 => fields.Single(field => field.Number == 4).Text,
            7 => fields.Where(field => field.Number == 8).Select(field => field.Value).ToArray(),
            _ => throw new InvalidDataException($"the attribute {name} has the unsupported type {type}"),
        });
    }
}
