using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A field of a protobuf message.</summary>
/// <param name="Number">The field number.</param>
/// <param name="Value">The value of a varint or fixed32 field; else 0.</param>
/// <param name="Bytes">The content of a length-delimited field; else empty.</param>
internal readonly record struct ProtoField(int Number, long Value, ByteString Bytes)
{
    /// <summary>The content as UTF-8 text.</summary>
    public string Text => Bytes.ToStringUtf8();

    /// <summary>The value of a fixed32 field as a float.</summary>
    public float Fraction => BitConverter.Int32BitsToSingle((int)Value);

    /// <summary>The fields of the embedded message.</summary>
    public List<ProtoField> Fields() => Read(Bytes);

    /// <summary>The fields of a message.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not a protobuf message.</exception>
    /// <exception cref="InvalidDataException">A field has an unsupported wire type.</exception>
    public static List<ProtoField> Read(ByteString message)
    {
        var fields = new List<ProtoField>();
        var input = message.CreateCodedInput();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            int number = WireFormat.GetTagFieldNumber(tag);
            fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => new(number, input.ReadInt64(), ByteString.Empty),
                WireFormat.WireType.Fixed32 => new(number, input.ReadFixed32(), ByteString.Empty),
                WireFormat.WireType.LengthDelimited => new(number, 0, input.ReadBytes()),
                var other => throw new InvalidDataException($"field {number} has the unsupported wire type {other}"),
            });
        }
        return fields;
    }
}
