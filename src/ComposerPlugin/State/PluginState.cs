using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ComposerPlugin.Composing;

namespace ComposerPlugin;

/// <summary>
/// The state of an instance in a project, as readable JSON: a version, the style, the plain parameter values by key, the learned
/// mappings, and the kept music. Unknown keys are preserved.
/// </summary>
public sealed class PluginState
{
    /// <summary>The version of the format.</summary>
    public const int Format = 1;

    private readonly JsonObject _json;

    private PluginState(JsonObject json) => _json = json;

    /// <summary>Creates a state with the format version only.</summary>
    public static PluginState Empty() => new(new() { ["format"] = Format });

    /// <summary>The id of the style; null if missing.</summary>
    public string? Style
    {
        get => Text("style");
        set => _json["style"] = value;
    }

    /// <summary>The hash of the style's style.json at the time of saving; null if missing.</summary>
    public string? StyleHash
    {
        get => Text("style-hash");
        set => _json["style-hash"] = value;
    }

    /// <summary>The hash of the style before it changed, if the project was saved again after the change; otherwise null.</summary>
    public string? FormerStyleHash
    {
        get => Text("former-style-hash");
        set => Put("former-style-hash", value);
    }

    /// <summary>
    /// The place of the parameter Style, from 1, if it holds no style, so that another one plays; null if it holds one.
    /// </summary>
    public int? EmptyPlace
    {
        get => int.TryParse(Text("empty-place"), NumberStyles.None, CultureInfo.InvariantCulture, out int place) ? place : null;
        set => Put("empty-place", value?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The name of the last chosen program; null if missing.</summary>
    public string? Program
    {
        get => Text("program");
        set => _json["program"] = value;
    }

    /// <summary>The learned mappings, as in <see cref="ComposerPlugin.Parameters.Learners"/>.</summary>
    public IReadOnlyList<LearnedMapping> Learned
    {
        get => LearnedJson.Read(_json["learned"]);
        set => Put("learned", LearnedJson.Write(value, _json["learned"]));
    }

    /// <summary>The phrases and takes kept in the project.</summary>
    public SessionSnapshot Session
    {
        get => SessionJson.Read(_json);
        set => SessionJson.Write(value, _json);
    }

    /// <summary>How the window looks (<see cref="WindowSettings"/>); null if missing.</summary>
    public JsonObject? Window
    {
        get => _json["window"] as JsonObject;
        set => Put("window", value);
    }

    /// <summary>The plain parameter values by key; values that are not finite numbers are ignored.</summary>
    public IReadOnlyDictionary<string, double> Parameters
    {
        get
        {
            var plain = new Dictionary<string, double>();
            foreach (var (key, node) in _json["parameters"] as JsonObject ?? [])
            {
                if (node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number))
                    plain[key] = number;
            }
            return plain;
        }
    }

    /// <summary>Sets plain parameter values by key; other keys keep their values.</summary>
    public void SetParameters(IEnumerable<KeyValuePair<string, double>> plain)
    {
        var all = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (key, node) in _json["parameters"] as JsonObject ?? [])
            all[key] = node?.DeepClone();
        foreach (var (key, value) in plain)
            all[key] = JsonValue.Create(value);
        _json["parameters"] = new JsonObject(all);
    }

    /// <summary>Reads a state (<see cref="StateJson"/>); false if the bytes are not a JSON object with a "format" number.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PluginState state) => TryRead(bytes, out state, out _);

    /// <summary>Reads a state (<see cref="StateJson"/>); false if the bytes are not a JSON object with a "format" number.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="state">The state; an empty one if it is refused.</param>
    /// <param name="why">Why it is refused, as a clause; otherwise empty.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PluginState state, out string why)
    {
        (state, why) = (Empty(), "");
        try
        {
            var json = StateJson.Parse(bytes);
            if (StateJson.Whole(json["format"], 0, int.MaxValue) is null)
                throw new FormatException("it has no format number");
            state = new(json);
            return true;
        }
        catch (FormatException exception)
        {
            why = exception.Message;
            return false;
        }
    }

    /// <summary>
    /// Keeps a state that was refused beside this one: its text, or its bytes in base 64 if it is no text. An earlier one is replaced.
    /// </summary>
    public void KeepRefused(ReadOnlySpan<byte> refused) => _json["refused-state"] = Utf8.IsValid(refused)
        ? Encoding.UTF8.GetString(refused)
        : $"base64:{Convert.ToBase64String(refused)}";

    /// <summary>The state as UTF-8.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
            _json.WriteTo(writer);
        return stream.ToArray();
    }

    private string? Text(string key) => _json[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private void Put(string key, JsonNode? node)
    {
        if (node is null)
            _json.Remove(key);
        else
            _json[key] = node;
    }
}
