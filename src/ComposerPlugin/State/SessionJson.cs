using System.Globalization;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>
/// The music in a state: the last phrase, the captured phrases A and B, and the kept takes. A phrase has a meter and notes; a note is a
/// string "onset duration pitch velocity", with onset and duration in ticks (24 per quarter note) from a bar line. Take numbers and names
/// are optional.
/// </summary>
internal static class SessionJson
{
    private const int MaxNotes = 4096, MaxTick = 1 << 20;
    private const string LastPhrase = "last-phrase", PhraseA = "phrase-a", PhraseB = "phrase-b", Takes = "takes";

    /// <summary>Reads the music of a state; phrases and takes that are not valid are ignored.</summary>
    public static SessionSnapshot Read(JsonObject state) => new()
    {
        LastPhrase = ReadPhrase(state[LastPhrase]),
        PhraseA = ReadPhrase(state[PhraseA]),
        PhraseB = ReadPhrase(state[PhraseB]),
        Kept = [.. (state[Takes] as JsonArray ?? []).Take(SessionSnapshot.MostKept).Select(ReadTake).OfType<KeptTake>()],
    };

    /// <summary>Writes the music to a state; keys without music are removed.</summary>
    public static void Write(SessionSnapshot session, JsonObject state)
    {
        Put(state, LastPhrase, WritePhrase(session.LastPhrase));
        Put(state, PhraseA, WritePhrase(session.PhraseA));
        Put(state, PhraseB, WritePhrase(session.PhraseB));
        Put(state, Takes, session.Kept.Count == 0 ? null : new JsonArray([.. session.Kept.Select(WriteTake)]));
    }

    private static void Put(JsonObject state, string key, JsonNode? node)
    {
        if (node is null)
            state.Remove(key);
        else
            state[key] = node;
    }

    private static JsonObject? WritePhrase(Phrase? phrase) => phrase is null ? null : new JsonObject
    {
        ["meter"] = $"{phrase.Meter}",
        ["notes"] = new JsonArray([.. phrase.Select(note =>
            (JsonNode)string.Create(CultureInfo.InvariantCulture, $"{note.Onset} {note.Duration} {note.Pitch.Number} {note.Velocity}"))]),
    };

    private static JsonNode WriteTake(KeptTake take)
    {
        var json = WritePhrase(take.Notes)!;
        (json["style"], json["seed"], json["begin"], json["end"]) = (take.Style, take.Seed, take.Begin, take.End);
        if (take.Number > 0)
            json["number"] = take.Number;
        if (take.Name is not null)
            json["name"] = take.Name;
        return json;
    }

    private static KeptTake? ReadTake(JsonNode? node) =>
        ReadPhrase(node) is { } notes
        && node!["style"] is JsonValue styleNode && styleNode.TryGetValue(out string? style)
        && StateJson.Whole(node["seed"], 0, uint.MaxValue) is { } seed
        && Whole(node["begin"]) is { } begin && Whole(node["end"]) is { } end && begin < end
            ? new(style, (uint)seed, begin, end, notes) { Number = Whole(node["number"]) ?? 0, Name = ReadName(node["name"]) }
            : null;

    private static string? ReadName(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? name) ? TakeName.Clean(name) : null;

    private static Phrase? ReadPhrase(JsonNode? node)
    {
        if (node is not JsonObject json || json["meter"] is not JsonValue meterNode || !meterNode.TryGetValue(out string? meterText)
            || json["notes"] is not JsonArray { Count: <= MaxNotes } lines || ReadMeter(meterText) is not { } meter)
            return null;
        var notes = new List<Note>();
        foreach (var line in lines)
        {
            if (line is JsonValue value && value.TryGetValue(out string? text) && ReadNote(text) is { } note)
                notes.Add(note);
        }
        return new(meter, notes);
    }

    private static Meter? ReadMeter(string text)
    {
        int slash = text.IndexOf('/');
        return slash > 0 && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
            && new Meter(numerator, denominator) is { IsValid: true } meter ? meter : null;
    }

    private static Note? ReadNote(string text)
    {
        int[] numbers = new int[4];
        string[] words = text.Split(' ');
        for (int i = 0; i < numbers.Length; i++)
        {
            if (words.Length != numbers.Length
                || !int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] > MaxTick)
                return null;
        }
        return numbers[1] > 0 && numbers[2] < Pitch.Count && numbers[3] is > 0 and <= 127
            ? new(numbers[0], numbers[1], new((byte)numbers[2]), (byte)numbers[3])
            : null;
    }

    private static int? Whole(JsonNode? node) => (int?)StateJson.Whole(node, 0, MaxTick - 1);
}
