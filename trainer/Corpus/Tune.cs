using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A piece of the corpus.</summary>
/// <param name="Name">The file it came from; a hash sign and a number follow where the file gave several.</param>
/// <param name="Family">Tunes that share a long run of notes have one family number.</param>
/// <param name="Phrase">Its notes.</param>
internal sealed record Tune(string Name, int Family, Phrase Phrase)
{
    /// <summary>Which of the corpus's sources it came from, so that training can weigh them.</summary>
    public string Source { get; init; } = "";

    /// <summary>What is known of it besides its notes. A changed phrase needs <see cref="TuneFeatures.Of"/> again.</summary>
    public TuneFeatures Features { get => field ??= TuneFeatures.Of(Phrase); init; }

    /// <summary>The most notes that sound at once.</summary>
    public int Polyphony => TuneFeatures.Polyphony(Phrase);
}
