using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A kept answer.</summary>
/// <param name="Style">The id of the style that composed it.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Begin">Its start, in ticks from the bar line before; less than a bar.</param>
/// <param name="End">The tick at which it is over, from the same bar line.</param>
/// <param name="Notes">Its notes, from the same bar line.</param>
public sealed record KeptTake(string Style, uint Seed, int Begin, int End, Phrase Notes);
