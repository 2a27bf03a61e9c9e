using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A kept answer.</summary>
/// <param name="Style">The id of the style that composed it.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Begin">Its start, in ticks from the bar line before; less than a bar.</param>
/// <param name="End">The tick at which it is over, from the same bar line.</param>
/// <param name="Notes">Its notes, from the same bar line.</param>
public sealed record KeptTake(string Style, uint Seed, int Begin, int End, Phrase Notes)
{
    /// <summary>Its number; 0 in projects that were saved before takes had numbers.</summary>
    public int Number { get; init; }

    /// <summary>The name that the musician gave it; null if there is none.</summary>
    public string? Name { get; init; }
}
