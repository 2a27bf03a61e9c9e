using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>What a project keeps of the music that was played: a snapshot that never changes.</summary>
public sealed record SessionSnapshot
{
    /// <summary>How many kept takes there may be; the oldest makes way for the next.</summary>
    public const int MostKept = 16;

    /// <summary>Nothing was played yet.</summary>
    public static SessionSnapshot Empty { get; } = new();

    /// <summary>The player's last phrase; null before there was one.</summary>
    public Phrase? LastPhrase { get; init; }

    /// <summary>The phrase captured as A; null when there is none.</summary>
    public Phrase? PhraseA { get; init; }

    /// <summary>The phrase captured as B; null when there is none.</summary>
    public Phrase? PhraseB { get; init; }

    /// <summary>The kept takes, the oldest first.</summary>
    public IReadOnlyList<KeptTake> Kept { get; init; } = [];
}
