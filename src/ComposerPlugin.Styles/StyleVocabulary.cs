using System.Text.Json;
using System.Text.Json.Serialization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>Identifies the <see cref="Vocabulary"/> that a model was trained with.</summary>
public sealed record StyleVocabulary
{
    /// <summary>The vocabulary of this version.</summary>
    public static StyleVocabulary Current { get; } = new() { Version = Vocabulary.Version, Hash = Vocabulary.Hash };

    /// <summary><see cref="Vocabulary.Version"/>.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="Vocabulary.Hash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
