namespace ComposerPlugin.Trainer.Onnx;

/// <summary>An input or output of a graph read from a file. Field numbers are those of onnx.proto.</summary>
internal sealed record StoredPort(string Name, OnnxType Type, OnnxDimension[] Shape)
{
    /// <summary>Reads a ValueInfoProto.</summary>
    public static StoredPort Read(ProtoField port)
    {
        var fields = port.Fields();
        var tensor = fields.Single(field => field.Number == 2).Fields().Single(field => field.Number == 1).Fields();
        var dimensions = tensor.Single(field => field.Number == 2).Fields().Where(field => field.Number == 1);
        var shape = dimensions.Select(field => DimensionOf(field.Fields()[0]));
        return new(fields.Single(field => field.Number == 1).Text, (OnnxType)tensor.Single(field => field.Number == 1).Value, [.. shape]);
    }

    private static OnnxDimension DimensionOf(ProtoField dimension) => dimension.Number == 2 ? dimension.Text : dimension.Value;
}
