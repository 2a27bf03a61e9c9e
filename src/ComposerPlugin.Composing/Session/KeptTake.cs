using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>An answer that was kept.</summary>
/// <param name="Style">The id of the style that played it.</param>
/// <param name="Seed">The seed that it was drawn with.</param>
/// <param name="Begin">Where it begins, in ticks from the bar line before; less than a bar.</param>
/// <param name="End">Where it is over, in ticks from the same bar line.</param>
/// <param name="Notes">Its notes, from the same bar line.</param>
public sealed record KeptTake(string Style, uint Seed, int Begin, int End, Phrase Notes);
