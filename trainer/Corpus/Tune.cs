using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A tune of the corpus.</summary>
/// <param name="Name">The file's name; a hash sign and a number follow if the file has several tunes.</param>
/// <param name="Family">The family number (see <see cref="TuneFamilies"/>); tunes that share a long run of notes have the same.</param>
/// <param name="Phrase">The notes; tick 0 is a bar line.</param>
internal sealed record Tune(string Name, int Family, Phrase Phrase)
{
    /// <summary>The name of its source in the corpus, by which training can weight tunes.</summary>
    public string Source { get; init; } = "";

    /// <summary>Derived features. After changing the phrase, compute them again with <see cref="TuneFeatures.FromPhrase"/>.</summary>
    public TuneFeatures Features { get => field ??= TuneFeatures.FromPhrase(Phrase); init; }

    /// <summary>The largest number of simultaneous notes.</summary>
    public int Polyphony => TuneFeatures.Polyphony(Phrase);
}
