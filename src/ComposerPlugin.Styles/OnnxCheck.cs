namespace ComposerPlugin.Styles;

/// <summary>
/// Parses an ONNX file (protocol buffers) before ONNX Runtime opens it, and rejects weights in external files and nested graphs, unless
/// field tags of more than 32 bits hide them. ONNX Runtime would read external weights from any path in the file, and would run an endless
/// loop.
/// </summary>
internal static class OnnxCheck
{
    private const int MaxDepth = 64;

    /// <summary>Returns an error clause, or null if the bytes are a well-formed single-graph model without external data.</summary>
    public static string? FindError(ReadOnlySpan<byte> model) => model.Length > 0 ? Walk(model, Message.Model, MaxDepth) : NotOnnx;

    private const string NotOnnx = "is not a complete ONNX file";

    private static string? Walk(ReadOnlySpan<byte> bytes, Message message, int depth)
    {
        if (depth == 0)
            return NotOnnx;
        string? error = null;
        while (bytes.Length > 0 && error is null)
        {
            if (!TryReadVarint(ref bytes, out ulong tag) || !TryReadField(ref bytes, (int)(tag & 7), out ulong number, out var content))
                return NotOnnx;
            int field = (int)Math.Min(tag >> 3, int.MaxValue);
            var inner = Inner(message, field);
            if (message == Message.Tensor && IsExternal(field, number))
                error = "has weights in external files";
            else if (message == Message.Attribute && inner == Message.Graph)
                error = "contains loops or branches, which styles must not have";
            else if (inner != Message.Other)
                error = Walk(content, inner, depth - 1);
        }
        return error;
    }

    // TensorProto: external_data = 13, data_location = 14 (EXTERNAL = 1).
    private static bool IsExternal(int field, ulong number) => field == 13 || (field == 14 && number != 0);

    // The fields of onnx.proto that contain tensors or graphs, by number.
    private static Message Inner(Message message, int field) => (message, field) switch
    {
        (Message.Model, 7) => Message.Graph,
        (Message.Model, 20) => Message.TrainingInfo,
        (Message.Model, 25) => Message.Function,
        (Message.TrainingInfo, 1 or 2) => Message.Graph,
        (Message.Function, 7) => Message.Node,
        (Message.Function, 11) => Message.Attribute,
        (Message.Graph, 1) => Message.Node,
        (Message.Graph, 5) => Message.Tensor,
        (Message.Graph, 15) => Message.SparseTensor,
        (Message.Node, 5) => Message.Attribute,
        (Message.Attribute, 5 or 10) => Message.Tensor,
        (Message.Attribute, 6 or 11) => Message.Graph,
        (Message.Attribute, 22 or 23) => Message.SparseTensor,
        (Message.SparseTensor, 1 or 2) => Message.Tensor,
        _ => Message.Other,
    };

    private static bool TryReadField(ref ReadOnlySpan<byte> bytes, int wireType, out ulong number, out ReadOnlySpan<byte> content)
    {
        number = 0;
        content = default;
        switch (wireType)
        {
            case 0:
                return TryReadVarint(ref bytes, out number);
            case 1:
                return TrySkip(ref bytes, sizeof(ulong));
            case 2:
                if (!TryReadVarint(ref bytes, out ulong length) || length > (ulong)bytes.Length)
                    return false;
                content = bytes[..(int)length];
                bytes = bytes[(int)length..];
                return true;
            case 5:
                return TrySkip(ref bytes, sizeof(uint));
            default:
                // Groups (3, 4) are obsolete and occur in no ONNX file.
                return false;
        }
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (bytes.Length < count)
            return false;
        bytes = bytes[count..];
        return true;
    }

    private static bool TryReadVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < Math.Min(bytes.Length, 10); i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }
        return false;
    }

    private enum Message
    {
        Other,
        Model,
        TrainingInfo,
        Function,
        Graph,
        Node,
        Attribute,
        Tensor,
        SparseTensor,
    }
}
