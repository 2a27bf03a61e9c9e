using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>Two continuations of a phrase, of which a listener does not know whose they are.</summary>
/// <param name="Excerpt">The phrase, and its tune.</param>
/// <param name="A">The first continuation.</param>
/// <param name="B">The second continuation.</param>
/// <param name="Key">Whose they are.</param>
internal sealed record BlindPair(Excerpt Excerpt, Phrase A, Phrase B, BlindKey Key);
