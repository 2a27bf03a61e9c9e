using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>
/// The learned mappings in a state: by the key of the trigger's or control's parameter, "note" or "controller", and "channel", counted from
/// 1.
/// </summary>
internal static class LearnedJson
{
    // "new-take" and so on: the keys of the triggers' parameters.
    private static readonly string[] _triggers = [.. Enum.GetNames<TakeTrigger>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    // Then the keys of the controls, in the order of the learners.
    private static readonly string[] _keys =
    [
        .. _triggers,
        "execution-provider",
        "mode", "answer-bars", "trade-bars", "phrase-end", "start-on", "grid",
        "seed", "variation", "morph", "auto-apply",
        "surprise", "top-p", "density", "memory", "form", "lowest-note", "highest-note", "key", "scale", "end-on-tonic", "octave",
        "repeat-guard",
        "velocity", "fixed-velocity", "velocity-scale", "swing", "timing", "follow-phrase",
        "thru", "channel", "preview-level",
    ];

    /// <summary>Reads the mappings, the triggers first; entries that are not valid are ignored.</summary>
    public static LearnedMapping[] Read(JsonNode? node)
    {
        var learned = new LearnedMapping[_keys.Length];
        for (int i = 0; i < learned.Length; i++)
        {
            if (node is JsonObject all && all[_keys[i]] is JsonObject one && StateJson.Whole(one["channel"], 1, 16) is { } channel)
                learned[i] = Find(one, (byte)(channel - 1), mayBeNote: i < _triggers.Length);
        }
        return learned;
    }

    /// <summary>
    /// Writes the mappings over those read before, so that those of later versions are preserved; null if there are none.
    /// </summary>
    public static JsonObject? Write(IReadOnlyList<LearnedMapping> learned, JsonNode? before)
    {
        var all = before is JsonObject known ? (JsonObject)known.DeepClone() : [];
        for (int i = 0; i < learned.Count; i++)
        {
            string key = _keys[i];
            var mapping = learned[i];
            all.Remove(key);
            if (mapping.Source != LearnedSource.None)
            {
                string source = mapping.Source == LearnedSource.Note ? "note" : "controller";
                all[key] = new JsonObject { [source] = (int)mapping.Number, ["channel"] = mapping.Channel + 1 };
            }
        }
        return all.Count == 0 ? null : all;
    }

    private static LearnedMapping Find(JsonObject one, byte channel, bool mayBeNote) =>
        mayBeNote && StateJson.Whole(one["note"], 0, 127) is { } note ? new(LearnedSource.Note, channel, (byte)note)
        : StateJson.Whole(one["controller"], 0, 127) is { } controller ? new(LearnedSource.Controller, channel, (byte)controller) : default;
}
