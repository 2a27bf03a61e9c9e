namespace ComposerPlugin.Styles;

/// <summary>The rules for the inputs and outputs of a graph (<see cref="GraphRules"/>).</summary>
internal static class PortRules
{
    private const long LargestSize = 1 << 16;

    /// <summary>
    /// [any] Returns an error clause, or null, for a ValueInfoProto: name, type { tensor { element, shape { dimensions } } }.
    /// </summary>
    public static string? FindError(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "input or output");
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Bytes) when reader.IsFirst(1) && field.Content.Length <= GraphRules.MostName:
                case (3, ProtoField.Bytes):
                    break;
                case (2, ProtoField.Bytes) when reader.IsFirst(2):
                    reader.Error ??= PortType(field.Content);
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error;
    }

    private static string? PortType(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "type of an input or output");
        while (reader.Next(out var field))
        {
            if (field is { Number: 1, Type: ProtoField.Bytes } && reader.IsFirst(1))
                reader.Error ??= PortTensor(field.Content);
            else
                reader.Refuse(field);
        }
        return reader.Error;
    }

    private static string? PortTensor(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "tensor of an input or output");
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Varint) when reader.IsFirst(1) && field.Value is OnnxType.Float or OnnxType.Int64:
                    break;
                case (2, ProtoField.Bytes) when reader.IsFirst(2):
                    reader.Error ??= PortShape(field.Content);
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error;
    }

    private static string? PortShape(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "shape of an input or output");
        int dimensions = 0;
        while (reader.Next(out var field))
        {
            if (field is { Number: 1, Type: ProtoField.Bytes } && ++dimensions <= GraphRules.MostDimensions)
                reader.Error ??= PortDimension(field.Content);
            else
                reader.Refuse(field);
        }
        return reader.Error;
    }

    private static string? PortDimension(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "dimension of an input or output");
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Varint) when field.Value is < 0 or > LargestSize:
                    return $"has an input or output of more than {LargestSize} numbers in a dimension";
                case (1, ProtoField.Varint) when reader.IsFirst(1):
                case (2, ProtoField.Bytes) when reader.IsFirst(2) && field.Content.Length <= GraphRules.MostName:
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error;
    }
}
