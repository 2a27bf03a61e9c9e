using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// Reads JSON as hosts and people hand it on: a byte order mark, comments and trailing commas do no harm, nor does what stands behind the
/// closing brace (zeros, or a host's list of chunks). Of a key that comes twice the last value counts. All of it is read at once, so that
/// nothing of it fails later.
/// </summary>
internal static class StateJson
{
    private static readonly JsonReaderOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads an object.</summary>
    /// <exception cref="FormatException">It is none; the message is a clause for the musician.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(bytes), _options);
            CheckSize(reader);
            return Copy(JsonElement.ParseValue(ref reader)) as JsonObject ?? throw new FormatException("it is not an object");
        }
        catch (JsonException exception)
        {
            throw new FormatException("it is cut off or not JSON", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8.
            throw new FormatException("a text in it is damaged", exception);
        }
    }

    /// <summary>The whole number in a node, such as 1 or 1.0, within bounds; null for anything else.</summary>
    public static long? Whole(JsonNode? node, long lowest, long highest) =>
        node is JsonValue value && value.TryGetValue(out double number) && number == Math.Floor(number) && number >= lowest
        && number <= highest ? (long)number : null;

    // Each value takes about a hundred bytes, whatever its length.
    private static void CheckSize(Utf8JsonReader reader)
    {
        int tokens = 0;
        while (reader.Read() && (tokens++ == 0 || reader.CurrentDepth > 0))
        {
            if (tokens > JsonText.MostTokens)
                throw new FormatException($"it has more than {JsonText.MostTokens} values");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var all = new JsonObject();
                foreach (var one in element.EnumerateObject())
                    all[one.Name] = Copy(one.Value);
                return all;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.True or JsonValueKind.False:
                return JsonValue.Create(element.GetBoolean());
            default:
                // Numbers keep their digits.
                return JsonValue.Create(element);
        }
    }
}
