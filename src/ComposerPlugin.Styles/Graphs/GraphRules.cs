namespace ComposerPlugin.Styles;

/// <summary>
/// Reads an ONNX file before ONNX Runtime does, and refuses all that the trainer does not write: operators and attributes outside
/// <see cref="GraphOperators"/>, graphs inside graphs, weights in other files, fields that it does not know, and numbers out of bounds. So
/// a graph has no loop, reads no file, and states the size of everything that it stores. Field numbers are those of onnx.proto.
/// </summary>
internal static class GraphRules
{
    /// <summary>The most nodes, and the most constants; the largest preset has 317 nodes.</summary>
    public const int MostNodes = 1 << 14;

    /// <summary>The most bytes of a name.</summary>
    public const int MostName = 256;

    /// <summary>The most dimensions of a tensor.</summary>
    public const int MostDimensions = 8;

    private const int Opset = 17, LastIrVersion = 8, MostPorts = 256;

    /// <summary>[any] Returns an error clause, or null if the bytes are a graph as the trainer writes it.</summary>
    public static string? FindError(ReadOnlySpan<byte> model)
    {
        var reader = new ProtoMessage(model, "model");
        bool hasGraph = false, hasOpset = false;
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Varint) when reader.IsFirst(1) && field.Value is > 0 and <= LastIrVersion:
                case (2 or 3 or 6, ProtoField.Bytes):
                    break;
                case (7, ProtoField.Bytes) when reader.IsFirst(7):
                    hasGraph = true;
                    reader.Error ??= Graph(field.Content);
                    break;
                case (8, ProtoField.Bytes) when reader.IsFirst(8):
                    hasOpset = true;
                    reader.Error ??= OperatorSet(field.Content);
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error ?? (hasGraph && hasOpset ? null : ProtoMessage.Incomplete);
    }

    private static string? OperatorSet(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "operator set");
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Bytes) when field.Content.IsEmpty:
                    break;
                case (2, ProtoField.Varint) when reader.IsFirst(2) && field.Value == Opset:
                    break;
                case (1, _) or (2, _):
                    return $"is not of ONNX's operator set {Opset}";
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error;
    }

    private static string? Graph(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "graph");
        int nodes = 0, constants = 0, ports = 0;
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Bytes):
                    reader.Error ??= ++nodes > MostNodes ? $"has more than {MostNodes} operators" : NodeRules.FindError(field.Content);
                    break;
                case (2 or 10, ProtoField.Bytes):
                    break;
                case (5, ProtoField.Bytes):
                    reader.Error ??= ++constants > MostNodes
                        ? $"has more than {MostNodes} constants"
                        : ConstantRules.FindError(field.Content);
                    break;
                case (11 or 12, ProtoField.Bytes):
                    reader.Error ??= ++ports > MostPorts
                        ? $"has more than {MostPorts} inputs and outputs"
                        : PortRules.FindError(field.Content);
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        return reader.Error;
    }
}
