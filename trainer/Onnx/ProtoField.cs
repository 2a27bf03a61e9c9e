using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A field of a protobuf message: its number, and its value if it is a number, or its bytes.</summary>
internal readonly record struct ProtoField(int Number, long Value, ByteString Bytes)
{
    public string Text => Bytes.ToStringUtf8();

    public float Fraction => BitConverter.Int32BitsToSingle((int)Value);

    /// <summary>The fields of the message that these bytes hold.</summary>
    public List<ProtoField> Fields() => Read(Bytes);

    /// <summary>The fields of a message.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is none.</exception>
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
                var other => throw new InvalidDataException($"field {number} is of the kind {other}, which is not written here"),
            });
        }
        return fields;
    }
}
