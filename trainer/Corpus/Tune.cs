using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A piece of the corpus.</summary>
/// <param name="Name">The file it came from.</param>
/// <param name="Family">Tunes that share a long run of notes have one family number.</param>
/// <param name="Phrase">Its melody.</param>
internal sealed record Tune(string Name, int Family, Phrase Phrase);
