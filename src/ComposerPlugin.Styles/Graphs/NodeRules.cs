using System.Text;

namespace ComposerPlugin.Styles;

/// <summary>The rules for the operators of a graph (<see cref="GraphRules"/>).</summary>
internal static class NodeRules
{
    private const int MostAttributes = 16;

    // Strides and pads are counted in steps.
    private const long LargestAttribute = 1 << 16, LargestStep = 64;

    // AttributeProto.AttributeType.
    private const long OfFloat = 1, OfInt = 2, OfText = 3, OfInts = 7;

    private const string Nested = "contains loops or branches, which styles must not have";

    /// <summary>[any] Returns an error clause, or null, for a NodeProto.</summary>
    public static string? FindError(ReadOnlySpan<byte> bytes)
    {
        string? operation = null;
        var first = new ProtoMessage(bytes, "operator");
        while (first.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1 or 2 or 3, ProtoField.Bytes) when field.Content.Length <= GraphRules.MostName:
                case (6, ProtoField.Bytes):
                case (5, ProtoField.Bytes):
                case (7, ProtoField.Bytes) when field.Content.IsEmpty:
                    break;
                case (4, ProtoField.Bytes) when first.IsFirst(4) && field.Content.Length <= GraphRules.MostName:
                    operation = Encoding.UTF8.GetString(field.Content);
                    break;
                default:
                    first.Refuse(field);
                    break;
            }
        }
        if (first.Error is not null)
            return first.Error;
        // Before the operator's name: a loop is named as such.
        if (HasGraph(bytes))
            return Nested;
        if (operation is null || GraphOperators.AttributesOf(operation) is not { } attributes)
            return $"has the operator {Quoted(operation)}, which the trainer does not write";
        return Attributes(bytes, operation, attributes);
    }

    // AttributeProto: g = 6, graphs = 11.
    private static bool HasGraph(ReadOnlySpan<byte> node)
    {
        while (ProtoField.TryRead(ref node, out var field))
        {
            var attribute = field.Number == 5 ? field.Content : default;
            while (ProtoField.TryRead(ref attribute, out var inner))
            {
                if (inner.Number is 6 or 11)
                    return true;
            }
        }
        return false;
    }

    private static string? Attributes(ReadOnlySpan<byte> node, string operation, IReadOnlyList<string> known)
    {
        int count = 0;
        while (ProtoField.TryRead(ref node, out var field))
        {
            if (field.Number != 5)
                continue;
            if (++count > MostAttributes)
                return $"has more than {MostAttributes} attributes at an operator";
            if (Attribute(field.Content, operation, known) is { } error)
                return error;
        }
        return null;
    }

    private static string? Attribute(ReadOnlySpan<byte> bytes, string operation, IReadOnlyList<string> known)
    {
        var reader = new ProtoMessage(bytes, "attribute");
        string name = "";
        long type = 0, smallest = 0, largest = 0;
        bool isWhole = true;
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Bytes) when reader.IsFirst(1) && field.Content.Length <= GraphRules.MostName:
                    name = Encoding.UTF8.GetString(field.Content);
                    break;
                case (2, ProtoField.Fixed32) when reader.IsFirst(2):
                case (4, ProtoField.Bytes) when reader.IsFirst(4) && field.Content.Length <= GraphRules.MostName:
                    isWhole = false;
                    break;
                case (3, ProtoField.Varint) when reader.IsFirst(3):
                case (8, ProtoField.Varint):
                    (smallest, largest) = (Math.Min(smallest, field.Value), Math.Max(largest, field.Value));
                    break;
                case (20, ProtoField.Varint) when reader.IsFirst(20) && field.Value is OfFloat or OfInt or OfText or OfInts:
                    type = field.Value;
                    break;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        if (reader.Error is not null)
            return reader.Error;
        if (!known.Contains(name) || type == 0)
            return $"has the attribute {Quoted(name)} at the operator {operation}, which the trainer does not write";
        bool fits = !isWhole || (name switch
        {
            "to" => largest is OnnxType.Float or OnnxType.Int64 or OnnxType.Half,
            "strides" or "pads" => smallest >= 0 && largest <= LargestStep,
            _ => smallest >= -LargestAttribute && largest <= LargestAttribute,
        });
        return fits ? null : $"has the value {(smallest < 0 ? smallest : largest)} at {operation}.{name}, which is out of bounds";
    }

    private static string Quoted(string? name) => name is null ? "without a name" : $"\"{name}\"";
}
