using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A named attribute of a node: a long, an array of long, a float or a string.</summary>
internal readonly record struct OnnxAttribute(string Name, object Value)
{
    // AttributeProto.AttributeType of onnx.proto
    private const int Float = 1, Int = 2, Text = 3, Ints = 7;

    /// <summary>Writes the attribute as an AttributeProto.</summary>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public void Write(CodedOutputStream output)
    {
        output.WriteText(1, Name);
        switch (Value)
        {
            case long number:
                output.WriteNumber(3, number);
                output.WriteNumber(20, Int);
                break;
            case long[] numbers:
                foreach (long number in numbers)
                    output.WriteNumber(8, number);
                output.WriteNumber(20, Ints);
                break;
            case float fraction:
                output.WriteTag(2, WireFormat.WireType.Fixed32);
                output.WriteFloat(fraction);
                output.WriteNumber(20, Float);
                break;
            case string text:
                output.WriteText(4, text);
                output.WriteNumber(20, Text);
                break;
            default:
                throw new ArgumentException($"attribute {Name} is a {Value.GetType().Name}, which is not supported");
        }
    }
}
