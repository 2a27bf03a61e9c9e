using System.Text.Json.Nodes;

namespace ComposerPlugin;

/// <summary>What triggers learnt, as a state says it: by the trigger's key, its note or its controller and the channel, counted from 1.</summary>
internal static class LearnedJson
{
    /// <summary>Reads it; what is none is passed over.</summary>
    public static LearnedMapping[] Read(JsonNode? node)
    {
        var learned = new LearnedMapping[MidiLearn.Triggers];
        for (int i = 0; i < learned.Length; i++)
        {
            if (node is JsonObject all && all[Parameters.Triggers[i].Key] is JsonObject one && Whole(one["channel"], 1, 16) is { } channel)
                learned[i] = Find(one, (byte)(channel - 1));
        }
        return learned;
    }

    /// <summary>Writes it into what was read before, so that triggers of a later version stay; null when there is nothing to say.</summary>
    public static JsonObject? Write(IReadOnlyList<LearnedMapping> learned, JsonNode? before)
    {
        var all = before is JsonObject known ? (JsonObject)known.DeepClone() : [];
        for (int i = 0; i < learned.Count; i++)
        {
            string key = Parameters.Triggers[i].Key;
            var control = learned[i];
            all.Remove(key);
            if (control.Kind != LearnedKind.Nothing)
                all[key] = new JsonObject { [control.Kind == LearnedKind.Note ? "note" : "controller"] = (int)control.Number, ["channel"] = control.Channel + 1 };
        }
        return all.Count == 0 ? null : all;
    }

    private static LearnedMapping Find(JsonObject one, byte channel) =>
        Whole(one["note"], 0, 127) is { } note ? new(LearnedKind.Note, channel, (byte)note)
        : Whole(one["controller"], 0, 127) is { } controller ? new(LearnedKind.Controller, channel, (byte)controller) : default;

    private static int? Whole(JsonNode? node, int lowest, int highest) =>
        node is JsonValue value && value.TryGetValue(out int number) && number >= lowest && number <= highest ? number : null;
}
