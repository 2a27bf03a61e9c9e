using Google.Protobuf;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A named setting of a node: a whole number, several, a fraction or a word.</summary>
internal readonly record struct OnnxAttribute(string Name, object Value)
{
    // AttributeProto.AttributeType
    private const int Float = 1, Int = 2, Text = 3, Ints = 7;

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
                throw new ArgumentException($"attribute {Name} is a {Value.GetType().Name}, which is not written here");
        }
    }
}
