using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The grid of a phrase, as the player plays it: straight, triplets, or swung.</summary>
/// <param name="Grid">The grid on which it is written: a swung phrase is written straight.</param>
/// <param name="Pair">The length of a swung pair, in ticks; 0: not swung.</param>
/// <param name="Swing">The share of the pair that its first note lasts, as it was played.</param>
public readonly record struct PhraseGrid(Grid Grid, int Pair, double Swing)
{
    /// <summary>Straight sixteenths.</summary>
    public static PhraseGrid Straight { get; } = new(Grid.Sixteenth, 0, 0.5);

    /// <summary>The tick that a position is written on.</summary>
    /// <param name="position">The position, in ticks.</param>
    /// <param name="bars">The bars around it.</param>
    public long Quantize(double position, BarGrid bars) =>
        bars.Quantize(new Groove(Pair, Swing, 0).WrittenAt(position, bars), Grid);
}
