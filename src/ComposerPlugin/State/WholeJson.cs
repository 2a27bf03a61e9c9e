using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComposerPlugin;

/// <summary>
/// [any] Parses a JSON object from outside as a whole. JsonNode reads names and texts only when they are asked for, and throws then: for
/// a name that is there twice, and for half of a surrogate pair.
/// </summary>
internal static class WholeJson
{
    /// <summary>The object; null if the bytes are none, or a name or text in it cannot be read.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes);
            Read(node);
            return node as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // The parser limits the depth, to 64.
    private static void Read(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            foreach (var (_, value) in json)
                Read(value);
        }
        else if (node is JsonArray values)
        {
            foreach (var value in values)
                Read(value);
        }
        else if (node?.GetValueKind() == JsonValueKind.String)
            node.GetValue<string>();
    }
}
