using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Writes the four wire types that ONNX files need, each with its field number.</summary>
internal static class ProtobufWriting
{
    /// <summary>Writes a varint field.</summary>
    public static void WriteNumber(this CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    /// <summary>Writes a string field.</summary>
    public static void WriteText(this CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    /// <summary>Writes a bytes field.</summary>
    public static void WriteBytes(this CodedOutputStream output, int field, ReadOnlySpan<byte> value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }

    /// <summary>Writes an embedded message.</summary>
    public static void WriteMessage(this CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        using var content = new MemoryStream();
        using (var inner = new CodedOutputStream(content, leaveOpen: true))
            write(inner);
        output.WriteBytes(field, content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
