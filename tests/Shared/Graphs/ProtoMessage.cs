using Google.Protobuf;

namespace ComposerPlugin.Tests.Shared;

/// <summary>A protocol buffer message, written field by field.</summary>
internal sealed class ProtoMessage
{
    private readonly List<byte> _bytes = [];

    public ProtoMessage Number(int field, long value) => Write(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Text(int field, string value) => Bytes(field, ByteString.CopyFromUtf8(value));

    public ProtoMessage Bytes(int field, ByteString value) =>
        Write(field, WireFormat.WireType.LengthDelimited, output => output.WriteBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, ByteString.CopyFrom(value.ToBytes()));

    public byte[] ToBytes() => [.. _bytes];

    private ProtoMessage Write(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        output.WriteTag(field, type);
        write(output);
        output.Flush();
        _bytes.AddRange(stream.ToArray());
        return this;
    }
}
