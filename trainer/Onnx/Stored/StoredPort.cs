namespace ComposerPlugin.Trainer.Onnx;

/// <summary>An input or output of a graph that was read. Field numbers are those of onnx.proto.</summary>
internal sealed record StoredPort(string Name, OnnxType Type, OnnxDimension[] Shape)
{
    public static StoredPort Read(ProtoField port)
    {
        var fields = port.Fields();
        var tensor = fields.Single(field => field.Number == 2).Fields().Single(field => field.Number == 1).Fields();
        var shape = tensor.Single(field => field.Number == 2).Fields().Where(field => field.Number == 1).Select(field => DimensionOf(field.Fields()[0]));
        return new(fields.Single(field => field.Number == 1).Text, (OnnxType)tensor.Single(field => field.Number == 1).Value, [.. shape]);
    }

    private static OnnxDimension DimensionOf(ProtoField dimension) => dimension.Number == 2 ? dimension.Text : dimension.Value;
}
