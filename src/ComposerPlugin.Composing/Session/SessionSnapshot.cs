using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>The music that a project saves. Immutable.</summary>
public sealed record SessionSnapshot
{
    /// <summary>The most kept takes; a new one replaces the oldest.</summary>
    public const int MostKept = ComposeRequest.MostKeptTakes;

    /// <summary>Nothing was played yet.</summary>
    public static SessionSnapshot Empty { get; } = new();

    /// <summary>The player's last phrase; null before there is one.</summary>
    public Phrase? LastPhrase { get; init; }

    /// <summary>The phrase captured as A; null if there is none.</summary>
    public Phrase? PhraseA { get; init; }

    /// <summary>The phrase captured as B; null if there is none.</summary>
    public Phrase? PhraseB { get; init; }

    /// <summary>The kept takes, the oldest first.</summary>
    public IReadOnlyList<KeptTake> Kept { get; init; } = [];
}
