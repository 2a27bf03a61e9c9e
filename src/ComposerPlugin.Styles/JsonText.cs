using System.Text.Json;

namespace ComposerPlugin.Styles;

/// <summary>
/// [any] Checks JSON from strangers before it becomes objects. The parsers of .NET find some errors only when a value is read, or not at
/// all: a key twice, half of a surrogate pair; and each value costs about a hundred bytes, whatever its length.
/// </summary>
public static class JsonText
{
    /// <summary>The most values, keys and brackets of a text: several times those of the largest project.</summary>
    public const int MostTokens = 1 << 20;

    /// <summary>The most brackets inside brackets.</summary>
    public const int MostDepth = 64;

    /// <summary>The text without a byte order mark, which some editors write and JSON does not allow.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) => text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>Returns why a text is not JSON that can be read, as a clause, or null if it can.</summary>
    /// <param name="text">UTF-8, without a byte order mark.</param>
    /// <param name="isLenient">Whether comments and trailing commas are allowed.</param>
    public static string? FindError(ReadOnlySpan<byte> text, bool isLenient = false)
    {
        var options = new JsonReaderOptions
        {
            MaxDepth = MostDepth,
            AllowTrailingCommas = isLenient,
            CommentHandling = isLenient ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        };
        var reader = new Utf8JsonReader(text, options);
        try
        {
            var keys = new Stack<HashSet<string>>();
            for (int tokens = 0; reader.Read(); tokens++)
            {
                if (tokens >= MostTokens)
                    return $"has more than {MostTokens} values";
                if (reader.TokenType == JsonTokenType.StartObject)
                    keys.Push(new(StringComparer.Ordinal));
                else if (reader.TokenType == JsonTokenType.EndObject)
                    keys.Pop();
                else if (reader.TokenType == JsonTokenType.PropertyName && !keys.Peek().Add(reader.GetString()!))
                    return $"has the key \"{reader.GetString()}\" twice";
                else if (reader.TokenType == JsonTokenType.String)
                    reader.GetString();
            }
            return null;
        }
        catch (JsonException exception)
        {
            return $"is not JSON at line {(exception.LineNumber ?? 0) + 1}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return "has a text that is not Unicode";
        }
    }
}
